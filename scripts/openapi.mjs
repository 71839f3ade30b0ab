// Writes docs/openapi.json from the contract. The server's tests compare it with what the routes say now.
import { writeFile } from 'node:fs/promises'
import { allRoutes } from '../apps/server/src/features/index.ts'
import { openApiDocument } from '../apps/server/src/platform/http/open-api.ts'

const document = await openApiDocument(allRoutes)
await writeFile(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(document, null, 1)}\n`)
console.log(`docs/openapi.json: ${Object.keys(document.paths).length} paths`)
