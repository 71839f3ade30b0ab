// Our server in a process of its own: `node ours.ts <options as JSON>`; prints its address.
import { createServer } from '../../apps/server/src/main.ts'

const { appUrl, ownerUrl, dataDir, webDir } = JSON.parse(process.argv[2] ?? '{}')
const server = await createServer({
  appUrl,
  ownerUrl,
  dataDir,
  webDir,
  host: '127.0.0.1',
  port: 0,
  behindProxy: false,
  checkpointPlaces: [],
  scanner: null,
  announce: () => {},
  onCommand: () => {},
})
console.log((await server.listen()).address)
process.once('SIGTERM', () => process.exit())
