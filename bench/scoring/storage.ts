import { createHash } from 'node:crypto'
import { engineVersion } from '@quanheng/domain/result/run-content'
import { reportedInputs } from '@quanheng/domain/rule/inputs'
import type { Column } from '@quanheng/domain/scoring/columns/column'
import { packFacts } from '@quanheng/domain/scoring/columns/pack-facts'
import type { PackedLeaf } from '@quanheng/domain/scoring/columns/packed-plan'
import { packedYear } from '@quanheng/domain/scoring/columns/packed-year'
import { aPlan } from '@quanheng/testkit/a-plan'
import { Client } from 'pg'
import { officeId, seedBodies } from '../lib/bodies.ts'
import { idOf } from '../lib/ids.ts'
import { openBenchWorld } from '../lib/world.ts'
import { factOf, planOf } from './ours.ts'
import { type Indicator, size } from './year.ts'

/**
 * Where the figures of a year stand on PostgreSQL: one row a figure as they come in, and the packed columns beside them. These two tables
 * and that of the points are the bench's own; the run is a row of the product's.
 */
const tables = `
  CREATE TABLE bench_figure (leaf_key text, input text, unit int, value jsonb, PRIMARY KEY (leaf_key, input, unit));
  CREATE TABLE bench_column (leaf_key text, input text, places int, least float8, most float8, figures bytea, PRIMARY KEY (leaf_key, input));
  CREATE TABLE bench_points (run_digest text REFERENCES run, leaf_key text, points bytea, PRIMARY KEY (run_digest, leaf_key));
  ALTER TABLE bench_column ALTER figures SET STORAGE EXTERNAL;
  ALTER TABLE bench_points ALTER points SET STORAGE EXTERNAL;`

export interface Stored {
  /** Columns read, the year computed, run and points durably written: milliseconds of each. */
  readonly recalculate: (leaves: readonly PackedLeaf[]) => Promise<{ read: number; compute: number; write: number }>
  /** The columns made anew from the rows of figures. */
  readonly rebuild: (leaves: readonly PackedLeaf[]) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openStored(indicators: readonly Indicator[], leaves: readonly PackedLeaf[]): Promise<Stored> {
  const world = await openBenchWorld()
  const client = new Client({ connectionString: world.ownerUrl })
  await client.connect()
  await seedBodies(world, 1)
  await client.query(tables)
  await seedPlan(client)
  for (const indicator of indicators) await seedFigures(client, indicator, leaves)
  await storeColumns(client, leaves)
  await client.query('VACUUM ANALYZE bench_figure')
  let runs = 0
  return {
    recalculate: async (given) => {
      const begun = performance.now()
      const columns = await readColumns(client)
      const read = performance.now()
      const year = packedYear(planOf(indicators, withColumns(given, columns)))
      if (year === undefined) throw new Error('the bench’s plan is one for columns')
      const computed = performance.now()
      runs += 1
      await storeRun(client, runs, year.leaves)
      return { read: read - begun, compute: computed - read, write: performance.now() - computed }
    },
    rebuild: async (given) => {
      const begun = performance.now()
      const { rows } = await client.query(
        'SELECT leaf_key, input, value FROM bench_figure ORDER BY leaf_key, input, unit',
      )
      const facts = Map.groupBy(rows, (row) => `${row.leaf_key}·${row.input}`)
      const columns = given.map((leaf) => ({
        ...leaf,
        columns: new Map(
          reportedInputs(leaf.stored.rule).flatMap((input) => {
            const own = facts.get(`${leaf.key}·${input.name}`) ?? []
            const column = packFacts(
              input,
              own.map(({ value }) => value),
            )
            return column ? [[input.name, column] as const] : []
          }),
        ),
      }))
      await storeColumns(client, columns)
      return performance.now() - begun
    },
    close: async () => {
      await client.end()
      await world.close()
    },
  }
}

const planId = idOf('scoring plan')
const digest = 'a'.repeat(64)

async function seedPlan(client: Client): Promise<void> {
  const content = JSON.stringify(aPlan({ kind: 'appraisalPlan', title: '2025年度考评方案', ownerUnitId: officeId }))
  const author = JSON.stringify({ post: 'officeDirector', unitId: officeId })
  await client.query(
    `INSERT INTO plan (id, kind, owner_unit_id, year, title, state, number, content, drafter, issued_number, named_unit_ids, version)
    VALUES ($1, 'appraisalPlan', $2, 2025, '2025年度考评方案', 'issued', 1, $3, $4, 1, '{}', 1)`,
    [planId, officeId, content, author],
  )
  await client.query(
    `INSERT INTO plan_version (id, plan_id, number, content, digest, way, document_number, document_date, acceptances, author, issued_at, issued_on)
    VALUES ($1, $2, 1, $3, $4, 'here', '云府绩〔2025〕1号', '2025-01-10', '[]', $5, '2025-01-10', '2025-01-10')`,
    [idOf('scoring plan version'), planId, content, digest, author],
  )
}

async function seedFigures(client: Client, indicator: Indicator, leaves: readonly PackedLeaf[]): Promise<void> {
  const leaf = leaves.find(({ key }) => key === indicator.key)
  for (const input of leaf ? reportedInputs(leaf.stored.rule) : []) {
    const figures = indicator.inputs.find(({ name }) => name === input.name)
    if (figures === undefined) continue
    const facts = Array.from({ length: size.units }, (_, row) => factOf(input, figures, row))
    await client.query(
      `INSERT INTO bench_figure SELECT $1, $2, at - 1, value FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS own (value, at)`,
      [indicator.key, input.name, JSON.stringify(facts)],
    )
  }
}

/** Figures in four bytes where all of them are there and fit, else in eight. */
function bytesOf(values: Float64Array): Buffer {
  const narrow = Int32Array.from(values)
  const own = values.every((value, at) => value === narrow[at]) ? narrow : values
  return Buffer.from(own.buffer, own.byteOffset, own.byteLength)
}

function figuresIn(bytes: Buffer): Float64Array {
  const own = new Uint8Array(bytes).buffer
  return bytes.length === 4 * size.units ? Float64Array.from(new Int32Array(own)) : new Float64Array(own)
}

async function storeColumns(client: Client, leaves: readonly PackedLeaf[]): Promise<void> {
  const all = leaves.flatMap(({ key, columns }) => [...columns].map(([input, column]) => ({ key, input, column })))
  const of = <T>(part: (one: (typeof all)[number]) => T): readonly T[] => all.map(part)
  await client.query('BEGIN')
  await client.query('TRUNCATE bench_column')
  await client.query(
    `INSERT INTO bench_column SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::float8[], $5::float8[], $6::bytea[])`,
    [
      of(({ key }) => key),
      of(({ input }) => input),
      of(({ column }) => column.places),
      of(({ column }) => column.least),
      of(({ column }) => column.most),
      of(({ column }) => bytesOf(column.values)),
    ],
  )
  await client.query('COMMIT')
}

async function readColumns(client: Client): Promise<ReadonlyMap<string, ReadonlyMap<string, Column>>> {
  // Binary: as text, every byte would come as two digits. The types of pg do not know the option.
  const query = { text: 'SELECT leaf_key, input, places, least, most, figures FROM bench_column', binary: true }
  const { rows } = await client.query(query)
  const found = new Map<string, Map<string, Column>>()
  for (const { leaf_key: key, input, places, least, most, figures } of rows) {
    const own = found.get(key) ?? new Map<string, Column>()
    found.set(key, own.set(input, { values: figuresIn(figures), places, least, most }))
  }
  return found
}

const withColumns = (
  leaves: readonly PackedLeaf[],
  columns: ReadonlyMap<string, ReadonlyMap<string, Column>>,
): readonly PackedLeaf[] => leaves.map((leaf) => ({ ...leaf, columns: columns.get(leaf.key) ?? new Map() }))

/** The run names what it was made from and holds what came out, in one transaction that is on the disk when it is answered. */
async function storeRun(
  client: Client,
  count: number,
  leaves: readonly { readonly leaf: PackedLeaf; readonly points: Float64Array }[],
): Promise<void> {
  const bytes = leaves.map(({ points }) => bytesOf(points))
  const facts = createHash('sha256').update(String(count))
  for (const { leaf } of leaves) for (const { values } of leaf.columns.values()) facts.update(values)
  const factsDigest = facts.digest('hex')
  await client.query('BEGIN')
  await client.query(
    `INSERT INTO run (id, digest, plan_id, plan_number, purpose, facts_digest, engine_version, head, author, at)
    VALUES ($1, $2, $3, 1, 'totals', $2, $4, '{}', '{}', now())`,
    [idOf(`run ${count}`), factsDigest, planId, engineVersion],
  )
  await client.query(`INSERT INTO bench_points SELECT $1, * FROM unnest($2::text[], $3::bytea[])`, [
    factsDigest,
    leaves.map(({ leaf }) => leaf.key),
    bytes,
  ])
  await client.query('COMMIT')
}
