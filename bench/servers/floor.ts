// The physical limit of what we do, with the same tools: token lookup, BEGIN, two INSERTs, COMMIT; uploads hashed and synced.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import Fastify from 'fastify'
import pg from 'pg'

const { appUrl, dataDir } = JSON.parse(process.argv[2] ?? '{}')
const pool = new pg.Pool({ connectionString: appUrl, max: 12 })
const app = Fastify()
const folder = join(dataDir, 'floor')
await mkdir(folder, { recursive: true })

const personOf = async (token: string): Promise<string> => {
  const found = await pool.query('SELECT person_id FROM floor_token WHERE token = $1', [token])
  return found.rows[0].person_id
}

app.post('/item', async (request) => {
  const personId = await personOf(String(request.headers.authorization))
  const client = await pool.connect()
  try {
    const id = randomUUID()
    await client.query('BEGIN')
    await client.query('INSERT INTO floor_item (id, person_id, body) VALUES ($1, $2, $3)', [id, personId, request.body])
    await client.query('INSERT INTO floor_audit (person_id, body) VALUES ($1, $2)', [personId, { id, act: 'submit' }])
    await client.query('COMMIT')
    return { id }
  } finally {
    client.release()
  }
})

app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
app.put('/upload', async (request) => {
  const personId = await personOf(String(request.headers.authorization))
  const incoming = join(folder, randomUUID())
  const file = await open(incoming, 'wx')
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  for await (const chunk of request.raw) {
    sha256.update(chunk)
    sm3.update(chunk)
    await file.write(chunk)
  }
  await file.sync()
  await file.close()
  const digest = sha256.digest('hex')
  await rename(incoming, join(folder, digest))
  const parent = await open(folder, 'r')
  await parent.sync()
  await parent.close()
  await pool.query('INSERT INTO floor_item (id, person_id, body) VALUES ($1, $2, $3)', [
    randomUUID(),
    personId,
    { digest, sm3: sm3.digest('hex') },
  ])
  return { digest }
})

console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
