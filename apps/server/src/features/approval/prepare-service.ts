import { createHash } from 'node:crypto'
import type { Refusal } from '@quanheng/contract/errors'
import type { prepareSubmission as contractPrepare } from '@quanheng/contract/submission'
import type { Approval } from '@quanheng/domain/approval/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { prepareSubmission } from '@quanheng/domain/submission/prepare'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler, Preparation } from '../../platform/door/outcome.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { frozenRun, paperOfResult } from '../result/index.ts'
import { choosePost, holdApproval } from './act-on-approval.ts'
import { withRecords } from './approval-store.ts'
import { makePackage } from './make-package.ts'
import type { MadePackage } from './package-task.ts'
import { approvalsVisibleTo, seesApprovalsOf } from './scope.ts'
import { insertSubmission, submissionChange, submissionOfApproval } from './submission-store.ts'

const largest = 200 * 1_048_576

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps the zip and both documents, each under its digest; a row never points to a missing file. */
const keepFiles = async (files: FileStore, made: MadePackage): Promise<Result<null, Refusal>> => {
  for (const bytes of [made.bytes, made.letter, made.report]) {
    const stored = await files.put(once(bytes), largest)
    if (!stored.ok) return stored
  }
  return ok(null)
}

/** Every item of the locked version, indicator by indicator, units in the order of their groups. */
const planOrder = ({ leaves, units }: RunContent) =>
  leaves.flatMap((leaf) =>
    units.filter(({ id }) => leaf.unitIds.includes(id)).map(({ id }) => ({ leafKey: leaf.key, unitId: id })),
  )

const scoresOf = ({ leaves }: RunContent) =>
  leaves.flatMap((leaf) =>
    leaf.unitIds.map((unitId, row) => ({ leafKey: leaf.key, unitId, points: leaf.points[row] ?? '' })),
  )

/** Made of the paper as it stood in the version asked for. */
interface Made {
  readonly files: MadePackage
  readonly run: RunContent
}

/** The package, made while nothing is held; null where the command will refuse anyway, and says why. */
export const makeBefore =
  (files: FileStore): Preparation<typeof contractPrepare, Made | null> =>
  async ({ db, actor, params, body, context }) => {
    const rows = await db.selectFrom('approval').selectAll().where('id', '=', params.approvalId).execute()
    const [found] = await withRecords(db, rows)
    if (found === undefined || !seesApprovalsOf(approvalsVisibleTo(actor), found.row.owner_unit_id)) return ok(null)
    if (found.row.version !== body.version || !isReady(found.approval)) return ok(null)
    if ((await submissionOfApproval(db, params.approvalId)) !== undefined) return ok(null)
    const frozen = await frozenRun(db, found.row.result_id)
    const paper = await paperOfResult(db, found.row.result_id)
    if (!frozen || !paper) return ok(null)
    const made = await makePackage(db, found.approval, frozen, paper, context.today)
    const kept = await keepFiles(files, made)
    return kept.ok ? ok({ files: made, run: frozen.run }) : kept
  }

const isReady = ({ state }: Approval): boolean => state === 'submit' || state === 'completed'

/** 报送包 and 录入对照单 of a paper that has its number; the same version as the package was made of. */
export const prepareWith: CommandHandler<typeof contractPrepare, Made | null> = async (asked, made) => {
  const { tx, posts, params, body } = asked
  const held = await holdApproval(asked, params.approvalId, body.version)
  if (!held.ok) return held
  const { approval, row } = held.value
  const post = choosePost(posts, held.value, 'submit')
  if (post === undefined) return refuse('platform.notFound')
  if (!isReady(approval)) {
    return refuse('approval.notNow', { params: { state: approval.state, command: 'submit' } })
  }
  if ((await submissionOfApproval(tx, params.approvalId)) !== undefined) return refuse('submission.prepared')
  if (made === null) return refuse('platform.notFound')
  const { manifest, digest, bytes } = made.files
  const prepared = prepareSubmission(
    approval,
    {
      files: manifest.files.map(({ path, sha256: fileDigest, size }) => ({ name: path, sha256: fileDigest, size })),
      order: body.order ?? planOrder(made.run),
      scores: scoresOf(made.run),
    },
    commandContext(asked, post),
  )
  if (!prepared.ok) return prepared
  const after = await insertSubmission(tx, prepared.value.next, {
    owner_unit_id: row.owner_unit_id,
    package_digest: digest,
    zip_digest: sha256(bytes),
  })
  return ok({
    post,
    events: prepared.value.events,
    changes: [submissionChange(null, after)],
    reply: { submissionId: after.row.id, packageDigest: digest },
  })
}
