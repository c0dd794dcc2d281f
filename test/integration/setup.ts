import type { TestProject } from "vitest/node";
import { startWorld, type World } from "./world.js";

declare module "vitest" {
  interface ProvidedContext {
    world: World;
  }
}

/** One world for all files. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { world, stop } = await startWorld();
  project.provide("world", world);
  return stop;
}
