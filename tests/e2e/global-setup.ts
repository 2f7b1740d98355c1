import { closeDatabase } from "@/db/client";
import { startProduct } from "../support/product";

/** One product for the whole suite; the returned function stops it. */
export default async function globalSetup() {
  const product = await startProduct({ demo: true });
  return async () => {
    await closeDatabase();
    await product.stop();
  };
}
