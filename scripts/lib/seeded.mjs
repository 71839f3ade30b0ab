// Before each test file of an `npm test`: generated cases follow the seed that the run prints. Without it, as when a file is
// run by hand, each run takes another.
const { QUANHENG_SEED: seed } = process.env
if (seed) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
}
