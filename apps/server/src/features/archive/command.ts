import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Refusal as Refused } from '@quanheng/contract/errors'
import {
  type ImportStage,
  type MakingStage,
  type StageProgress,
  suggestedRetention,
} from '@quanheng/domain/archive/model'
import { readSealMark } from '@quanheng/log/seal-mark'
import type { PackageFault } from '@quanheng/papers/archive/package-reader'
import { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { nobody, writeOwnAct } from '../../platform/door/own-act.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'
import { contextFor, contextLater, type Platform } from '../../platform/platform.ts'
import type { ControlHandler } from '../../platform/process/control.ts'
import { type Say, stepOf } from '../../platform/process/notice.ts'
import { Refusal, reasonOf } from '../../platform/process/refusal.ts'
import { unitNames } from '../result/index.ts'
import { madeEvent, retentionOf } from './archive-service.ts'
import { type Imported, type ImportGround, importPackage } from './import-package.ts'
import { makeArchiveFile } from './make-archive.ts'
import { archiveChange, insertArchive } from './store.ts'
import { type ArchiveYear, yearsOf } from './year.ts'

const makeAsked = z.object({ year: z.int(), file: z.string(), isPublic: z.literal(true).optional() })

/** Whose year it is: of the body with a year plan, else of the only one that issued a plan. */
const ownerOf = async (db: Reader, year: number): Promise<string | undefined> => {
  const plans = await db
    .selectFrom('plan')
    .select(['owner_unit_id', 'kind'])
    .where('year', '=', year)
    .where('issued_number', 'is not', null)
    .orderBy('id')
    .execute()
  const main = plans.find(({ kind }) => kind === 'appraisalPlan')
  const owners = new Set(plans.map(({ owner_unit_id }) => owner_unit_id))
  return main?.owner_unit_id ?? (owners.size === 1 ? plans[0]?.owner_unit_id : undefined)
}

/** A line when a stage begins, and one for each further tenth of it. */
const sayingSteps = (say: Say): ((progress: StageProgress<MakingStage | ImportStage>) => void) => {
  let last = ''
  return ({ stage, done, total }) => {
    const step = `${stage} ${total === 0 ? 0 : Math.floor((done * 10) / total)}`
    if (step === last) return
    last = step
    say(stepOf({ stage, done, total }))
  }
}

const refusedBy = ({ code, params = {} }: Refused | PackageFault): Refusal =>
  new Refusal('archive.refused', { code, params })

const yearOf = async (db: Reader, year: number): Promise<ArchiveYear & { readonly unitId: string }> => {
  const unitId = await ownerOf(db, year)
  const found = unitId === undefined ? undefined : (await yearsOf(db, unitId)).find((one) => one.year === year)
  if (unitId === undefined || found?.locked == null) {
    throw refusedBy({ code: 'archive.notLocked', params: { year: String(year) } })
  }
  return { ...found, unitId }
}

/** `./quanheng archive YEAR --out FILE`, by whoever works at the platform's machine: makes the package, an act of it, and a copy. */
export const answerArchive =
  (platform: Platform, nouns: LoggedNouns): ControlHandler =>
  async (input, say) => {
    const { year: wanted, file, isPublic } = makeAsked.parse(input)
    const { db, clock, installation } = platform
    const facts = installation.current()
    if (facts === null) throw refusedBy({ code: 'archive.notLocked', params: { year: String(wanted) } })
    if (facts.archived !== null)
      throw refusedBy({ code: 'platform.archived', params: { year: String(facts.archived.year) } })
    const { unitId, ...year } = await yearOf(db, wanted)
    const context = contextFor(platform, nobody, `archive ${clock.now().toISOString()}`)
    const organ = (await unitNames(db, [unitId])).get(unitId) ?? ''
    const retention = { ...suggestedRetention, ...(await retentionOf(db, [unitId])) }
    const request = { year, organ, on: context.today, retention, ...(isPublic && { isPublic }) }
    const made = await makeArchiveFile(platform, nouns, request, { told: sayingSteps(say) })
    if (!made.ok) throw refusedBy(made.error)
    const { title, open } = year
    const id = context.newId()
    const archive = {
      id,
      unitId,
      year: wanted,
      title,
      madeOn: context.today,
      open,
      by: null,
      ...made.value,
      ...(isPublic && { purpose: 'public' as const }),
    }
    await pipeline(
      platform.files.open(made.value.zipDigest),
      createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    ).catch((error: unknown) => {
      throw new Refusal('file.unwritable', { file, reason: reasonOf(error) }, error)
    })
    const ended = contextLater(platform, context)
    await writeOwnAct(db, facts, ended, {
      action: isPublic ? 'archive.publish' : 'archive.make',
      events: [madeEvent(archive)],
      changes: [archiveChange(archive)],
      save: (tx) => insertArchive(tx, archive, ended.now),
    })
    const { size, leaves, contents } = made.value
    return { file, title, size, leaves, files: contents.reduce((sum, one) => sum + one.files, 0), open: [...open] }
  }

const importAsked = z.object({ file: z.string(), keys: z.array(z.string()), seal: z.string().optional() })

/** `./quanheng import PACKAGE`: fills this empty system with the year, to be read only. */
export const answerImport =
  (platform: Platform, ground: ImportGround): ControlHandler =>
  async (input, say): Promise<Imported> => {
    const { file, keys, seal } = importAsked.parse(input)
    const asked = { file, keys, seal: seal === undefined ? undefined : readSealMark(seal) }
    const done = await importPackage(platform, ground, asked, sayingSteps(say))
    if (!done.ok) throw refusedBy(done.error)
    return done.value
  }
