/** The bytes of a file as they arrive, in pieces of `size`. */
export async function* bytesOf(content: string | Uint8Array, size = 65_536) {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += size)
    yield new Uint8Array(bytes.subarray(start, start + size));
}
