"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { showToast } from "@/lib/ui/toast";
import { revokePatientSessionAction } from "../actions";

interface Device {
  readonly id: string;
  readonly name: string;
  readonly times: string;
}

/** Devices on which the patient is signed in; each can be signed out at once. */
export function DeviceList({
  patientId,
  devices,
  words,
}: {
  patientId: string;
  devices: readonly Device[];
  words: { none: string; revoke: string };
}) {
  if (devices.length === 0) return <p className="text-secondary">{words.none}</p>;
  return (
    <ul>
      {devices.map((device) => (
        <DeviceRow key={device.id} patientId={patientId} device={device} label={words.revoke} />
      ))}
    </ul>
  );
}

function DeviceRow({
  patientId,
  device,
  label,
}: {
  patientId: string;
  device: Device;
  label: string;
}) {
  const t = useTranslations("clinic.access");
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const form = new FormData();
      form.set("patientId", patientId);
      form.set("sessionId", device.id);
      const answer = await revokePatientSessionAction({ status: "idle" }, form);
      if (answer.status !== "ok") showToast({ message: answer.message ?? "", tone: "error" });
    });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 last:pb-0">
      <div className="min-w-0">
        <p className="font-semibold">{device.name}</p>
        <p className="text-sm text-secondary tabular-nums">{device.times}</p>
      </div>
      <Button
        size="sm"
        pending={pending}
        aria-label={t("revokeDeviceNamed", { device: device.name })}
        onClick={revoke}
      >
        {label}
      </Button>
    </li>
  );
}
