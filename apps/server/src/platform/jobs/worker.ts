import { parentPort, workerData } from 'node:worker_threads'

const { module, input } = workerData as { module: string; input: unknown }
try {
  const { default: task } = (await import(module)) as {
    default: (input: unknown, tell: (progress: unknown) => void) => unknown
  }
  const tell = (progress: unknown): void => parentPort?.postMessage({ progress })
  parentPort?.postMessage({ value: await task(input, tell) })
} catch (error) {
  parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
