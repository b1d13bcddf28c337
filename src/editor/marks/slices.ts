/** Milliseconds of work after which the extension host gets to do other things. */
const SLICE = 8;

/** Runs work to its end without blocking the host. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const began = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - began < SLICE);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
