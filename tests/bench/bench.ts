import { closeDatabase } from "@/db/client";
import { ensureBuilt } from "@/lib/run/prepare.mjs";
import { startProduct } from "@/tests/support/product";
import { builderFigures } from "./builder";
import { pictureFigures } from "./figures";
import { startFloorApp } from "./floor-app";
import { type Figure, isReached } from "./measure";
import { memoryFigure } from "./memory";
import { pdfFigure } from "./pdf";
import { pdfLoadFigures } from "./pdf-load";
import { reviewFigure } from "./review";
import { searchFigure } from "./search";
import { snapshotFigure, snapshotShot, textOfSnapshot } from "./snapshot";
import { makeFloorTables, syncFigure } from "./sync";
import { twelveClinic } from "./twelve";

const figures: Figure[] = [];

function row({ name, measured, floor, value, target, unit }: Figure): string[] {
  const goal = "atLeast" in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
  const number = `${value.toFixed(unit === "MB" ? 0 : 2)} ${unit}`.trim();
  return [name, measured, floor, number, goal];
}

function print(): void {
  const head = ["figure", "measured", "floor", "value", "target", ""];
  const rows = figures.map((figure) => [...row(figure), isReached(figure) ? "reached" : "MISSED"]);
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((r) => r[i]!.length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  console.log(["", line(head), ...rows.map(line)].join("\n"));
}

function done(figure: Figure): void {
  figures.push(figure);
  console.log(`${figure.name}: ${figure.value.toFixed(2)}`);
}

async function overHttp(wanted: (name: string) => boolean): Promise<void> {
  if (!(await ensureBuilt())) throw new Error("The product could not be built.");
  const product = await startProduct({ demo: true });
  try {
    await makeFloorTables(product.ownerUrl);
    const clinic = await twelveClinic(product);
    const shot = await snapshotShot(product);
    const floor = await startFloorApp(product.ownerUrl, await textOfSnapshot(product, shot));
    try {
      if (wanted("sync")) done(await syncFigure(product, floor, clinic));
      if (wanted("snapshot")) done(await snapshotFigure(product, floor, shot));
    } finally {
      await floor.stop();
    }
    if (wanted("figures")) for (const figure of await pictureFigures(product, clinic)) done(figure);
    if (wanted("pdf")) done(await pdfFigure(product, clinic));
    if (wanted("pdf-load"))
      for (const figure of await pdfLoadFigures(product, clinic)) done(figure);
    if (wanted("builder")) for (const figure of await builderFigures(product)) done(figure);
    if (wanted("memory")) done(await memoryFigure(product.pid));
  } finally {
    await closeDatabase();
    await product.stop();
  }
}

/** `npm run bench`: every figure, or those that are named: review search sync snapshot figures pdf pdf-load builder memory. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const wanted = (name: string) => asked.length === 0 || asked.includes(name);
  if (wanted("review")) done(await reviewFigure());
  if (wanted("search")) done(await searchFigure());
  if (["sync", "snapshot", "figures", "pdf", "pdf-load", "builder", "memory"].some(wanted))
    await overHttp(wanted);
  print();
  if (!figures.every(isReached)) process.exitCode = 1;
}

await main();
