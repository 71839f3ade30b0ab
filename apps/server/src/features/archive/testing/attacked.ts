import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { hex } from '@quanheng/domain/kernel/digest'
import { append, emptyFrontier, rootOf } from '@quanheng/log/append'
import { leafHash } from '@quanheng/log/hashing'
import { type ObjectLine, paths, sealOrigin } from '@quanheng/papers/archive/model'
import { saltOf } from '../../../platform/door/act.ts'
import { verifierKeys } from '../../../platform/log/entries.ts'
import { folderPlace } from '../../../platform/log/places/folder.ts'
import { newestCheckpoint } from '../../../platform/log/seal.ts'
import { makeSealer, type Sealer } from '../../../platform/log/sealer.ts'
import { readSigner, type Signer } from '../../../platform/log/signer.ts'
import { sha256Tree, sm3Tree, type Tree } from '../../../platform/log/trees.ts'
import { silentLogger } from '../../../platform/logger.ts'
import { withClient } from '../../../platform/postgres/client.ts'
import { dropDatabase } from '../../../platform/postgres/drop-database.ts'
import { startTestServer } from '../../../platform/testing/test-server.ts'
import { allRoutes, loggedNouns } from '../../index.ts'
import { logOf, milestonesOf } from '../collect-log.ts'
import { type Contents, packedAgain } from './both-verifiers.ts'

/** A standing system that is not used any more, to be copied for each attack. */
export interface Standing {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly dataDir: string
}

/** One copy of database and data directory in the hands of whoever owns both. */
export const attacked = async (of: Standing) => {
  const name = `test_${randomBytes(6).toString('hex')}`
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const beside = Object.assign(new URL(of.ownerUrl), { pathname: '/postgres' }).href
  const template = new URL(of.ownerUrl).pathname.slice(1)
  await withClient(beside, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`))
  const dataDir = await mkdtemp(join(tmpdir(), 'quanheng-attacked-'))
  await cp(of.dataDir, dataDir, { recursive: true })
  const over = { ownerUrl: at(of.ownerUrl), appUrl: at(of.appUrl), dataDir }
  const server = await startTestServer(allRoutes, { kind: 'new', probe: false, over })
  return {
    ...over,
    server,
    sql: (statement: string, values: readonly unknown[] = []) =>
      withClient(over.ownerUrl, (client) => client.query(statement, [...values])),
    drop: async () => {
      await server.close()
      await dropDatabase(beside, name)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
export type Attacked = Awaited<ReturnType<typeof attacked>>

/** A program started anew over what is there now. */
export const restarted = ({ server, dataDir }: Attacked, keptIn = dataDir): Sealer =>
  makeSealer({
    database: () => server.db,
    installation: server.platform.installation,
    clock: server.platform.clock,
    logger: silentLogger,
    dataDir,
    places: [folderPlace(join(keptIn, 'checkpoints'))],
  })

/** All that the platform names, the refusal to seal first. */
export const named = async (one: Attacked, keptIn?: string): Promise<readonly string[]> => {
  const sealer = restarted(one, keptIn)
  const sealed = await sealer.now(null)
  const checked = await sealer.check(loggedNouns)
  return [...(sealed.ok ? [] : [sealed.error.code]), ...(checked?.faults ?? []).map(({ code }) => code)]
}

/** The log's own key, as whoever owns the machine can read it. */
export const stolenKey = async ({ dataDir }: Standing): Promise<Signer> => {
  const signer = await readSigner(join(dataDir, 'keys', 'log.pem'))
  if (signer === undefined) throw new Error('no key')
  return signer
}

/** Both trees made anew over the leaves as they are now, and one checkpoint over them by this key. */
export const rebuild = async ({ server, sql }: Attacked, signer: Signer): Promise<void> => {
  const leaves = await server.db
    .selectFrom('tree_entry')
    .innerJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
    .select('leaf.bytes')
    .orderBy('position')
    .execute()
  const origin = server.platform.installation.current()?.origin ?? ''
  const made = async (tree: Tree) => {
    const hashes = leaves.map(({ bytes }) => leafHash(tree.hash, bytes))
    const { frontier, nodes } = append(tree.hash, emptyFrontier, hashes)
    await sql(`DELETE FROM ${tree.table}`)
    const columns = [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash)),
    ]
    await sql(`INSERT INTO ${tree.table} SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])`, columns)
    if (tree === sha256Tree)
      await sql(
        'UPDATE tree_entry SET hash = given.hash FROM unnest($1::bytea[]) WITH ORDINALITY AS given (hash, n) WHERE position = n - 1',
        [hashes.map((hash) => Buffer.from(hash))],
      )
    const root = rootOf(tree.hash, frontier)
    return { root: Buffer.from(root), note: signer.note({ origin: tree.originOf(origin), size: leaves.length, root }) }
  }
  const [one, two] = [await made(sha256Tree), await made(sm3Tree)]
  await sql('DELETE FROM checkpoint_copy')
  await sql('DELETE FROM checkpoint')
  const row = [leaves.length, one.root, two.root, one.note, two.note]
  await sql('INSERT INTO checkpoint VALUES ($1, now(), NULL, $2, $3, $4, $5)', row)
}

const lines = (rows: readonly unknown[]): Buffer => Buffer.from(rows.map((row) => `${canonicalJson(row)}\n`).join(''))

/** Nouns whose every row the package holds. */
const whole = { unit: 'unit', section: 'section', post: 'post' } as const

/**
 * The package that a program would make of this system which asks nothing: things as their rows are now, leaves and head as they stand, files as the
 * disk has them, sealed by the key that lies there.
 */
export const forcedPackage = async ({ server, dataDir, sql }: Attacked, sound: Contents): Promise<Uint8Array> => {
  const { db, files, installation } = server.platform
  const { origin, saltKey } = installation.current() ?? { origin: '', saltKey: Buffer.alloc(0) }
  const checkpoint = await newestCheckpoint(db)
  if (checkpoint === undefined) throw new Error('nothing is sealed')
  const textAt = (path: string) => Buffer.from(sound.get(path) ?? []).toString('utf8')
  const objects = textAt(paths.objects)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ObjectLine)
  const known = new Set(objects.map(({ noun, id }) => `${noun}\n${id}`))
  const asked: { noun: string; id: string }[] = objects.map(({ noun, id }) => ({ noun, id }))
  for (const [noun, table] of Object.entries(whole)) {
    const { rows } = await sql(`SELECT id::text AS id FROM ${table} ORDER BY id`)
    for (const { id } of rows) if (!known.has(`${noun}\n${id}`)) asked.push({ noun, id })
  }
  const now: ObjectLine[] = []
  for (const { noun, id } of asked) {
    const form = await loggedNouns[noun]?.form(db, id)
    if (form !== undefined && form !== null)
      now.push({ noun, id, salt: hex(saltOf(saltKey, noun, id)), text: canonicalJson(form) })
  }
  const log = await logOf(db, checkpoint, (noun, id) => known.has(`${noun}\n${id}`))
  const parts = new Map<string, Uint8Array>(sound)
  for (const path of sound.keys()) {
    if (!path.startsWith('files/')) continue
    parts.set(path, await readFile(files.locate(path.slice('files/'.length))))
  }
  const manifest = { ...JSON.parse(textAt('manifest.json')), size: checkpoint.size }
  parts
    .set('manifest.json', Buffer.from(canonicalJson(manifest)))
    .set(paths.keys, Buffer.from((await verifierKeys(db)).map((key) => `${key}\n`).join('')))
    .set(paths.checkpoint, Buffer.from(checkpoint.note))
    .set(paths.sm3Checkpoint, Buffer.from(checkpoint.sm3_note))
    .set(paths.leaves, Buffer.from(log.leaves.map((leaf) => `${leaf}\n`).join('')))
    .set(paths.acts, lines(log.acts))
    .set(paths.milestones, lines(await milestonesOf(db, checkpoint)))
    .set(paths.objects, lines(now))
  const signer = await stolenKey({ ...server, dataDir })
  return packedAgain(parts, async (root) => signer.note({ origin: sealOrigin(origin), size: checkpoint.size, root }))
}
