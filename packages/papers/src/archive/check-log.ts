import { fromHex, hex, utf8 } from '@quanheng/domain/kernel/digest'
import { append, emptyFrontier, type Frontier, rootOf } from '@quanheng/log/append'
import { type Checkpoint, parseCheckpoint } from '@quanheng/log/checkpoint'
import { leafHash } from '@quanheng/log/hashing'
import { isRecord, isText } from '@quanheng/log/json'
import { parseNote, parseVerifierKey, verifyNote } from '@quanheng/log/note'
import { type LeafWatch, watchLeaves } from '@quanheng/log/noticed'
import { fitsMark } from '@quanheng/log/seal-mark'
import { type SealedHeads, sealedHeads, told } from '@quanheng/log/sealed'
import { type ActLine, type CheckpointLine, paths, sealOrigin } from './model.ts'
import { digestOfText, Faulty, type OpenPackage, type PackageMeans, rowsOf, stage } from './package-reader.ts'

/** What the last leaf that speaks of a thing says it was made, by noun and id in the order in which they first occur. */
export type Newest = ReadonlyMap<string, { readonly noun: string; readonly id: string; readonly after: string }>

export interface CheckedLeaves {
  readonly heads: SealedHeads
  readonly newest: Newest
  readonly leaves: number
  /** What in them has to be accounted for by a person. */
  readonly watch: LeafWatch
}

export const thing = (noun: string, id: string): string => `${noun}\n${id}`

const same = (a: Uint8Array, b: Uint8Array): boolean => hex(a) === hex(b)

/** Whether the key that signed the log's head signed the seal, and over this manifest. */
const checkSeal = (open: OpenPackage, heads: SealedHeads, keys: readonly string[], means: PackageMeans): void => {
  const { origin, size } = heads.sha256
  const note = parseNote(open.seal)
  const sealed = note && parseCheckpoint(note.text)
  if (note === undefined || sealed === undefined) throw new Faulty('archive.seal')
  const signed = keys.some((line) => {
    const key = parseVerifierKey(means.sha256, line)
    const own = key && { ...key, name: sealOrigin(origin) }
    return own !== undefined && key?.name === origin && verifyNote(means.sha256, means.verify, note, own)
  })
  const fits =
    signed &&
    sealed.origin === sealOrigin(origin) &&
    sealed.size === size &&
    same(sealed.root, open.manifestDigest) &&
    open.manifest.origin === origin &&
    open.manifest.size === size
  if (!fits) throw new Faulty('archive.seal')
}

const isSame = (head: Checkpoint, root: Uint8Array): boolean => same(head.root, root)

/** So that whoever watches is not told of each of a million. */
const leavesAStep = 250

/** Seal, signed heads and milestones, and both trees grown from the leaves alone. @throws Faulty */
export const checkLeaves = async (open: OpenPackage, means: PackageMeans): Promise<CheckedLeaves> => {
  const own = rowsOf(await open.text(paths.keys)) ?? []
  const keys = means.keys.length > 0 ? means.keys : own
  const found = sealedHeads(
    { keys, checkpoint: await open.text(paths.checkpoint), sm3Checkpoint: await open.text(paths.sm3Checkpoint) },
    means,
  )
  if (!found.ok) throw new Faulty(found.error.code, found.error.params)
  const heads = found.value
  checkSeal(open, heads, keys, means)
  const { origin, size } = heads.sha256
  const { seal } = means
  if (seal !== undefined && seal.size > size) throw new Faulty('receipt.sealApart', { size: seal.size, held: size })
  const leaves = rowsOf(await open.text(paths.leaves)) ?? []
  const milestones = await open.lines<CheckpointLine>(paths.milestones, 'size', 'note', 'sm3Note')
  const newest = new Map<string, { noun: string; id: string; after: string }>()
  let first: Frontier = emptyFrontier
  let second: Frontier = emptyFrontier
  const waiting = [...milestones]
  const files = open.manifest.files.length
  const watch = watchLeaves(origin)
  for (const [index, leaf] of leaves.entries()) {
    const said = told(leaf, origin)
    if (said === undefined || !Array.isArray(said.changes)) throw new Faulty('receipt.leaf', { index })
    watch.look(index, said)
    for (const change of said.changes) {
      const { noun, id, after } = isRecord(change) ? change : {}
      if (!isText(noun) || !isText(id) || !isText(after)) throw new Faulty('receipt.leaf', { index })
      newest.set(thing(noun, id), { noun, id, after })
    }
    const bytes = utf8(leaf)
    first = append(means.sha256, first, [leafHash(means.sha256, bytes)]).frontier
    second = append(means.sm3, second, [leafHash(means.sm3, bytes)]).frontier
    if (first.size % leavesAStep === 0 || first.size === size)
      means.told?.({ stage: 'verifying', done: files + Math.min(first.size, size), total: files + size })
    if (seal?.size === first.size && !fitsMark(seal, rootOf(means.sha256, first)))
      throw new Faulty('receipt.seal', { size: seal.size })
    while (waiting[0]?.size === first.size) {
      const line = waiting.shift() as CheckpointLine
      await stage(paths.milestones, () => {
        const head = sealedHeads({ keys, checkpoint: line.note, sm3Checkpoint: line.sm3Note }, means)
        const fits =
          head.ok &&
          head.value.sha256.origin === origin &&
          head.value.sha256.size === line.size &&
          isSame(head.value.sha256, rootOf(means.sha256, first)) &&
          isSame(head.value.sm3, rootOf(means.sm3, second))
        if (!fits) throw new Faulty('archive.milestone', { size: line.size })
      })
    }
  }
  const whole =
    leaves.length === size &&
    isSame(heads.sha256, rootOf(means.sha256, first)) &&
    isSame(heads.sm3, rootOf(means.sm3, second))
  if (!whole) throw new Faulty('archive.tree')
  if (waiting.length > 0) throw new Faulty('archive.form', { path: paths.milestones })
  return { heads, newest, leaves: leaves.length, watch }
}

const saltForm = /^[0-9a-f]{32}$/

/** Salt as the acts have it: of one length, so that no byte can pass between it and the text. */
export const saltBytes = (salt: unknown): Uint8Array => {
  if (!isText(salt) || !saltForm.test(salt)) throw new TypeError('no salt')
  return fromHex(salt)
}

export interface CheckedActs {
  readonly count: number
  /** What happened, as canonical JSON, by the number of the leaf that commits to it. */
  readonly events: ReadonlyMap<number, string>
}

/** Who acted and what happened, against what each act's leaf commits to. @throws Faulty */
export const checkActs = (open: OpenPackage, means: PackageMeans): Promise<CheckedActs> =>
  stage(paths.acts, async () => {
    const leaves = rowsOf(await open.text(paths.leaves)) ?? []
    const acts = await open.lines<ActLine>(paths.acts, 'leaf', 'salt', 'by', 'events')
    const opened = new Map<number, string>()
    for (const { leaf, salt, by, events } of acts) {
      if (!Number.isSafeInteger(leaf)) throw new TypeError('no leaf')
      const { commitments } = JSON.parse(leaves[leaf] as string)
      const bytes = saltBytes(salt)
      const bound =
        commitments.by === undefined ? by === null : digestOfText(means.sha256, by as string, bytes) === commitments.by
      if (!bound || digestOfText(means.sha256, events, bytes) !== commitments.events)
        throw new Faulty('archive.act', { leaf })
      opened.set(leaf, events)
    }
    return { count: acts.length, events: opened }
  })
