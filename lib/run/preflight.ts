import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { diskFull, OperatorError } from "../../db/operator-error";

const LEAST_FREE_BYTES = 200e6;

/** Refuses to start on a full disk, where a database would stop in the middle of someone's work. */
export async function checkDisk(directory: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize < LEAST_FREE_BYTES) throw diskFull(directory);
}

/** Refuses to start when the address is taken. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => reject(portRefusal(error, host, port)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}

function portRefusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const other = "set PORT to another one";
  if (error.code === "EADDRINUSE")
    return new OperatorError(`Port ${port} is taken by another program: stop it or ${other}.`);
  if (error.code === "EACCES")
    return new OperatorError(`Port ${port} may not be used by this user: ${other}.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new OperatorError(`HOST ${host} is not an address of this machine.`);
  return error;
}
