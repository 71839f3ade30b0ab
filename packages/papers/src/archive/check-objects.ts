import { proofs } from '@quanheng/domain/kernel/command-context'
import { isRecord } from '@quanheng/log/json'
import { type Newest, saltBytes, thing } from './check-log.ts'
import { archivedNouns, type ObjectLine, type PlanLine, paths, type SheetLine, storedFile } from './model.ts'
import { digestOfText, Faulty, type OpenPackage, type PackageMeans, stage } from './package-reader.ts'

/** Anything that a canonical form holds; what is not there fails the stage that asks for it. */
// biome-ignore lint/suspicious/noExplicitAny: forms of twenty nouns, each checked against its digest
export type Form = any

export interface Things {
  /** By noun, then by id. */
  readonly of: (noun: string) => ReadonlyMap<string, Form>
  readonly count: number
}

/** Every thing against the last leaf that speaks of it, and no thing left out unnamed. @throws Faulty */
export const checkObjects = (open: OpenPackage, newest: Newest, means: PackageMeans): Promise<Things> =>
  stage(paths.objects, async () => {
    const byNoun = new Map<string, Map<string, Form>>()
    const seen = new Set<string>()
    const objects = await open.lines<ObjectLine>(paths.objects, 'noun', 'id', 'salt', 'text')
    for (const { noun, id, salt, text } of objects) {
      const last = newest.get(thing(noun, id))
      const form: unknown = JSON.parse(text)
      const holds =
        last !== undefined &&
        !seen.has(thing(noun, id)) &&
        isRecord(form) &&
        digestOfText(means.sha256, text, saltBytes(salt)) === last.after
      if (!holds) throw new Faulty('archive.object', { noun, id })
      seen.add(thing(noun, id))
      const own = byNoun.get(noun) ?? new Map<string, Form>()
      byNoun.set(noun, own.set(id, form))
    }
    const others = await open.lines<{ noun: string; id: string }>(paths.others, 'noun', 'id')
    for (const { noun, id } of others) seen.add(thing(noun, id))
    for (const [key, { noun, id }] of newest) {
      if ((archivedNouns as readonly string[]).includes(noun) && !seen.has(key))
        throw new Faulty('archive.objectMissing', { noun, id })
    }
    return { of: (noun) => byNoun.get(noun) ?? new Map(), count: objects.length }
  })

/** Issued papers are those that were sent, byte for byte, and each that was sent is there. @throws Faulty */
export const checkPapers = (open: OpenPackage, things: Things): Promise<void> =>
  stage(paths.objects, () => {
    const held = new Map(
      open.manifest.files.filter(({ path }) => path.startsWith('papers/')).map(({ path, sha256 }) => [sha256, path]),
    )
    const sent = [...things.of('submission').values()]
      .filter(({ state }) => state === 'sent' || state === 'received')
      .flatMap(({ manifest }): Form[] => manifest.files.filter(({ name }: Form) => name.endsWith('.docx')))
    // Worded and issued here: the paper itself says which bytes went out, withdrawn later or not.
    for (const { issue } of things.of('officialPaper').values())
      if (issue) sent.push({ name: `${issue.documentNumber}.docx`, sha256: issue.files.docx.sha256 })
    const known = new Set(sent.map(({ sha256 }) => sha256))
    for (const [sha256, path] of held) if (!known.has(sha256)) throw new Faulty('archive.paper', { path })
    for (const { name, sha256 } of sent) if (!held.has(sha256)) throw new Faulty('archive.paper', { path: name })
    // Made from the office's own templates: they lie among the stored files, and the templates beside them.
    const made = [...things.of('templatePaper').values()]
    const templates = [...things.of('officeTemplate').values()].flatMap(({ versions }): Form[] => versions)
    for (const { sha256 } of [...made, ...templates])
      if (!open.has(storedFile(sha256))) throw new Faulty('archive.paper', { path: storedFile(sha256) })
  })

export interface PlanVersion {
  readonly id: string
  readonly number: number
  readonly content: Form
}

/** Contents of plan versions by their digests, each of which an act issued. @throws Faulty */
export const checkPlans = (
  open: OpenPackage,
  things: Things,
  means: PackageMeans,
): Promise<ReadonlyMap<string, PlanVersion>> =>
  stage(paths.plans, async () => {
    const issued = [...things.of('planVersion').values()]
    const plans = new Map<string, PlanVersion>()
    for (const { id, number, digest, content } of await open.lines<PlanLine>(
      paths.plans,
      'id',
      'number',
      'digest',
      'content',
    )) {
      const known = issued.some((one) => one.planId === id && one.number === number && one.digest === digest)
      if (!known || digestOfText(means.sha256, content) !== digest) throw new Faulty('archive.plan', { id, number })
      plans.set(digest, { id, number, content: JSON.parse(content) })
    }
    const missing = issued.find(({ digest }) => !plans.has(digest))
    if (missing) throw new Faulty('archive.plan', { id: missing.planId, number: missing.number })
    return plans
  })

/** What a sheet said when it was signed: the plan version, and the rows by unit. */
export interface SignedSheet {
  readonly form: Form
  readonly rows: ReadonlyMap<string, Form>
}

const through: readonly unknown[] = ['signed', 'toVerify', 'verified', 'aggregated']

/** On screen, on a proof of a kind that is known or, in older ones, none; or a scan that is here and that two people stand behind. */
const isMeans = (means: Form, open: OpenPackage): boolean =>
  means.kind === 'screen'
    ? [undefined, ...proofs].includes(means.proof)
    : means.kind === 'paper' &&
      open.has(storedFile(means.scanDigest)) &&
      means.confirmedBy.personId !== means.registeredBy.personId

/** Signatures that stand are over what the sheet says, each of another person, at least two where it is signed through. */
const checkSignatures = (
  id: string,
  sheet: Form,
  signed: ReadonlyMap<string, SignedSheet>,
  open: OpenPackage,
): void => {
  const standing = sheet.signatures.filter((one: Form) => one.state === 'standing')
  const people = new Set(standing.map((one: Form) => one.signer.personId))
  const fits =
    people.size === standing.length &&
    standing.every((one: Form) => one.digest === sheet.signedDigest && isMeans(one.means, open)) &&
    (sheet.signedDigest === undefined || signed.get(sheet.signedDigest)?.form.sheetId === id) &&
    (!through.includes(sheet.state) || standing.length >= 2)
  if (!fits) throw new Faulty('archive.signature', { id })
}

/** Signed contents by their digests. @throws Faulty */
export const checkSheets = (
  open: OpenPackage,
  things: Things,
  means: PackageMeans,
): Promise<ReadonlyMap<string, SignedSheet>> =>
  stage(paths.sheets, async () => {
    const signed = new Map<string, SignedSheet>()
    for (const { id, digest, form: text, rows } of await open.lines<SheetLine>(
      paths.sheets,
      'id',
      'digest',
      'form',
      'rows',
    )) {
      const form: Form = JSON.parse(text)
      const whole =
        digestOfText(means.sha256, text) === digest &&
        form.sheetId === id &&
        rows.length === form.items.length &&
        rows.every((row, at) => digestOfText(means.sha256, row) === form.items[at].digest)
      if (!whole) throw new Faulty('archive.sheet', { id })
      const own = rows.map((row): Form => JSON.parse(row))
      signed.set(digest, { form, rows: new Map(own.map((row) => [row.unitId, row])) })
      for (const sha256 of own.flatMap((row): string[] => row.evidence)) {
        if (!open.has(storedFile(sha256))) throw new Faulty('archive.evidence', { sha256 })
      }
    }
    for (const [id, sheet] of things.of('sheet')) checkSignatures(id, sheet, signed, open)
    return signed
  })
