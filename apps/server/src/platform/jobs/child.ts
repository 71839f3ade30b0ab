process.once('message', async ({ module, input }: { module: string; input: unknown }) => {
  try {
    const { default: task } = (await import(module)) as { default: (input: unknown) => unknown }
    process.send?.({ value: await task(input) })
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) })
  }
})
