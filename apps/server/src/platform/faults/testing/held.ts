import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parseCheckpoint } from '@quanheng/log/checkpoint'
import { parseNote } from '@quanheng/log/note'
import type pg from 'pg'
import { withClient } from '../../postgres/client.ts'
import type { Ack, Client } from './client.ts'
import type { Product } from './product.ts'

/** Rows that each such act makes once and nothing else makes. */
const effects = {
  'datum.report': 'datum_version',
  'sheet.sign': 'signature',
  'unit.create': 'unit',
  'plan.issue': 'plan_version',
} as const

/** Rows that were there before anybody was at work. */
export type Before = Readonly<Record<string, number>>

const countOf = async (client: pg.Client, table: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)

export const countEffects = (product: Product): Promise<Before> =>
  product.urls().then(({ ownerUrl }) =>
    withClient(ownerUrl, async (client) => {
      const counted: [string, number][] = []
      for (const table of Object.values(effects)) counted.push([table, await countOf(client, table)])
      return Object.fromEntries(counted)
    }),
  )

/** Checkpoints that were signed. */
export const sealings = (product: Product): Promise<number> =>
  product.urls().then(({ ownerUrl }) => withClient(ownerUrl, (client) => countOf(client, 'checkpoint')))

/** Sessions and password proofs go on from now: a long run is not about their age. */
const stayAwake = (client: pg.Client) =>
  client.query('UPDATE session SET begun_at = now(), seen_at = now(), step_up_at = now()')

export const awake = (product: Product): Promise<unknown> =>
  product.urls().then(({ ownerUrl }) => withClient(ownerUrl, stayAwake))

interface KeptAct {
  readonly person_id: string
  readonly key: string
  readonly action: string
  readonly reply: unknown
  readonly leaves: string
}

const acknowledged = async (client: pg.Client, acks: readonly Ack[]): Promise<string[]> => {
  const { rows } = await client.query<KeptAct>(
    `SELECT command.person_id, command.key, act.action, act.reply,
       (SELECT count(*) FROM leaf WHERE leaf.act_id = act.id) AS leaves
     FROM command JOIN act ON act.id = command.act_id WHERE command.key = ANY($1)`,
    [acks.map(({ key }) => key)],
  )
  const kept = Map.groupBy(rows, ({ person_id, key }) => `${person_id} ${key}`)
  return acks.flatMap(({ personId, key, action, reply }) => {
    const found = kept.get(`${personId} ${key}`) ?? []
    const [one] = found
    if (one === undefined) return [`${action} ${key} was acknowledged and is gone`]
    if (found.length > 1) return [`${action} ${key} stands ${found.length} times`]
    if (one.action !== action || !isDeepStrictEqual(one.reply, reply))
      return [`${action} ${key} was answered otherwise`]
    return one.leaves === '1' ? [] : [`${action} ${key} has ${one.leaves} leaves`]
  })
}

/** Each of these must be none. */
const contradictions = {
  'acts without a leaf':
    'SELECT count(*) AS n FROM act LEFT JOIN leaf ON leaf.act_id = act.id WHERE leaf.act_id IS NULL',
  'leaves without an act': 'SELECT count(*) AS n FROM leaf LEFT JOIN act ON leaf.act_id = act.id WHERE act.id IS NULL',
  'leaves neither placed nor queued, or both': `SELECT count(*) AS n FROM leaf
    WHERE (SELECT count(*) FROM tree_entry e WHERE e.act_id = leaf.act_id)
        + (SELECT count(*) FROM leaf_queue q WHERE q.act_id = leaf.act_id) <> 1`,
  'gaps in the order of leaves': 'SELECT COALESCE(max(position) + 1, 0) - count(*) AS n FROM tree_entry',
  'trees of different sizes than their order': `SELECT abs((SELECT count(*) FROM tree_entry)
    - (SELECT count(*) FROM tree_node WHERE level = 0)) AS n`,
  'keys of two acts': 'SELECT count(*) - count(DISTINCT act_id) AS n FROM command',
  'checkpoints beyond the log': `SELECT count(*) AS n FROM checkpoint
    WHERE size > (SELECT count(*) FROM tree_entry)`,
} as const

const contradicted = async (client: pg.Client): Promise<string[]> => {
  const found: string[] = []
  for (const [name, query] of Object.entries(contradictions)) {
    const n = Number((await client.query<{ n: string }>(query)).rows[0]?.n)
    if (n !== 0) found.push(`${name}: ${n}`)
  }
  return found
}

const onceEach = async (client: pg.Client, acks: readonly Ack[], before: Before): Promise<string[]> => {
  const found: string[] = []
  for (const [action, table] of Object.entries(effects)) {
    const done = acks.filter((ack) => ack.action === action).length
    const rows = (await countOf(client, table)) - (before[table] ?? 0)
    if (rows !== done) found.push(`${table}: ${rows} rows of ${done} acknowledged acts`)
  }
  return found
}

/** What the folder of checkpoints holds must be whole, and in the database. */
const copied = async (client: pg.Client, folder: string): Promise<string[]> => {
  const text = await readFile(join(folder, 'latest'), 'utf8').catch(() => undefined)
  if (text === undefined) return []
  const note = parseNote(text)
  const head = note && parseCheckpoint(note.text)
  if (head === undefined) return ['the newest copy of a checkpoint cannot be read']
  const { rows } = await client.query<{ note: string }>('SELECT note FROM checkpoint WHERE size = $1', [head.size])
  return rows[0]?.note === text ? [] : [`the copied checkpoint of ${head.size} is not in the database`]
}

const uploaded = async (client: pg.Client, product: Product, uploads: Client['uploads']): Promise<string[]> => {
  const { rows } = await client.query<{ id: string; sha256: string }>('SELECT id, sha256 FROM upload')
  const kept = new Map(rows.map(({ id, sha256 }) => [id, sha256]))
  const found: string[] = []
  for (const { uploadId, digest } of uploads) {
    const bytes = await readFile(join(product.dataDir, 'files', digest.slice(0, 2), digest)).catch(() => undefined)
    const whole = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === digest
    if (kept.get(uploadId) !== digest || !whole) found.push(`the acknowledged file ${digest} is not what it was`)
  }
  return found
}

/** Everything in which what stands now is not what was promised; nobody may be at work meanwhile. */
export const broken = async (
  product: Product,
  { acks, uploads }: Pick<Client, 'acks' | 'uploads'>,
  before: Before,
): Promise<readonly string[]> => {
  const { ownerUrl } = await product.urls()
  return withClient(ownerUrl, async (client) => {
    await stayAwake(client)
    return [
      ...(await acknowledged(client, acks)),
      ...(await onceEach(client, acks, before)),
      ...(await contradicted(client)),
      ...(await copied(client, join(product.dataDir, 'checkpoints'))),
      ...(await uploaded(client, product, uploads)),
    ]
  })
}
