// The physical limit of what we do, with the same tools: token lookup, BEGIN, two INSERTs, COMMIT; uploads hashed and synced; lists and
// totals by one query written for the purpose.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import Fastify from 'fastify'
import pg from 'pg'
import { poolSize } from '../../apps/server/src/platform/database/database.ts'

const { appUrl, dataDir } = JSON.parse(process.argv[2] ?? '{}')
const pool = new pg.Pool({ connectionString: appUrl, max: poolSize })
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

app.get('/data', async (request) => {
  await personOf(String(request.headers.authorization))
  const { planId, state, size, page } = request.query as Record<string, string>
  const { rows } = await pool.query(
    `SELECT datum.id, datum.element_key, datum.period, datum.source, datum.due, datum.cutoff, datum.state, datum.version,
      subject.name AS unit_name, asked.name AS asked_name, last.value, last.release, last.as_of, last.received_on, last.digest,
      person.name AS author_name, last.author, last.at
    FROM datum JOIN unit subject ON subject.id = datum.unit_id JOIN unit asked ON asked.id = datum.asked_unit_id
    LEFT JOIN datum_version last ON last.datum_id = datum.id AND last.number = datum.last_number
    LEFT JOIN person ON person.id = (last.author->>'personId')::uuid
    WHERE datum.asked AND datum.plan_id = $1 AND datum.state = $2
    ORDER BY last.received_on DESC NULLS LAST, datum.due, datum.plan_id, datum.element_key, subject.sort_code, datum.id
    LIMIT $3 OFFSET $4`,
    [planId, state, size, (Number(page) - 1) * Number(size)],
  )
  const counted = await pool.query('SELECT count(*) AS total FROM datum WHERE asked AND plan_id = $1 AND state = $2', [
    planId,
    state,
  ])
  return { total: Number(counted.rows[0].total), rows }
})

app.get('/totals', async (request) => {
  await personOf(String(request.headers.authorization))
  const { rows } = await pool.query(
    'SELECT t.*, unit.name FROM floor_total t JOIN unit ON unit.id = t.unit_id ORDER BY t.group_key, t.rank, t.unit_id',
  )
  return { rows }
})

console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
