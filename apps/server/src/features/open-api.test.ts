import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../platform/http/open-api.ts'
import { allRoutes } from './index.ts'

describe('OpenAPI', () => {
  it('docs/openapi.json says what the routes say (write it again with `node scripts/openapi.mjs`)', async () => {
    const committed = JSON.parse(await readFile(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8'))
    const now = JSON.parse(JSON.stringify(await openApiDocument(allRoutes)))
    expect(now.openapi).toBe('3.1.0')
    expect(now).toEqual(committed)
  })
})
