// Starting beside an existing database, against the database's own start; `npm start` as a whole; memory at rest.
import { setTimeout as pause } from 'node:timers/promises'
import { makeDataDir, memoryOf, startProduct } from './lib/product.ts'
import { summary, verdict } from './lib/report.ts'
import { startDatabase } from './lib/world.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const quietSeconds = Number(process.env.BENCH_QUIET ?? 60)
const port = 18_473
const { dir, clear } = await makeDataDir()
// The first start installs, builds and makes the database; what is measured are later ones.
await (await startProduct(dir, port, 'npm')).stop()

const beyond: number[] = []
const whole: number[] = []
const fresh: number[] = []
console.log('\nStart with an existing database\n   database ms  to first answer ms   npm start ms')
for (let round = 0; round < rounds; round++) {
  const begun = performance.now()
  const database = await startDatabase(dir)
  const own = performance.now() - begun
  await database.stop()
  const server = await startProduct(dir, port, 'quanheng')
  fresh.push(memoryOf(server.serverPid))
  await server.stop()
  const byNpm = await startProduct(dir, port, 'npm')
  await byNpm.stop()
  beyond.push(server.milliseconds - own)
  whole.push(byNpm.milliseconds / 1000)
  console.log(
    `${own.toFixed(0).padStart(14)}${server.milliseconds.toFixed(0).padStart(20)}${byNpm.milliseconds.toFixed(0).padStart(15)}`,
  )
}
verdict(
  { says: 'First healthy answer beyond the database’s own start', limit: 1000, atMost: true, unit: ' ms' },
  beyond.map(Math.round),
)
verdict({ says: 'Second npm start, to its first healthy answer', limit: 3, atMost: true, unit: ' s' }, whole)

const server = await startProduct(dir, port, 'quanheng')
await pause(quietSeconds * 1000)
const rested = memoryOf(server.serverPid)
await server.stop()
console.log('\nResident memory of the server’s process (VmRSS of /proc/PID/status; PostgreSQL’s processes are its own)')
verdict({ says: 'Memory after the start', limit: 150, atMost: true, unit: ' MB' }, fresh.map(Math.round))
verdict({ says: `Memory after ${quietSeconds} quiet seconds`, limit: 150, atMost: true, unit: ' MB' }, [
  Math.round(rested),
])
await clear()
summary()
process.exit()
