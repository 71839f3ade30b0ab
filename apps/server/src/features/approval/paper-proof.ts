import type { Refusal } from '@quanheng/contract/errors'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { ReportProof } from '@quanheng/log/report-proof'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { changeDigest } from '../../platform/door/act.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { sealedEntries, verifierKeys } from '../../platform/log/entries.ts'
import { newestCheckpoint } from '../../platform/log/seal.ts'
import { canonicalLoadedApproval, type LoadedApproval } from './approval-store.ts'

/** As the act that began it left it: without anything that people did or wrote at any step. */
const begun = ({ row, approval }: LoadedApproval): object => {
  const { returnReason: _, ...rest } = approval
  const [first] = approval.chain
  return canonicalLoadedApproval({
    row: { ...row, version: 1 },
    approval: { ...rest, state: first?.kind ?? approval.state, step: 0, records: [] },
  })
}

/** The act that began the approval, as far as the checkpoint covers it. */
const startOf = (db: Reader, approvalId: string, size: number) =>
  db
    .selectFrom('act')
    .innerJoin('tree_entry', 'tree_entry.act_id', 'act.id')
    .innerJoin('leaf', 'leaf.act_id', 'act.id')
    .select(['act.changes', 'tree_entry.position', 'leaf.bytes'])
    .where(sql<boolean>`act.subjects @> ARRAY[${approvalId}]::uuid[]`)
    .where('tree_entry.position', '<', size)
    .orderBy('act.seq')
    .limit(1)
    .executeTakeFirst()

/** The file that checks a print of this paper without the platform (see `ReportProof`). */
export const proofOf = async (
  db: Reader,
  title: string,
  paper: { readonly form: object; readonly digest: string },
  loaded: LoadedApproval | undefined,
): Promise<Result<FileReply, Refusal>> => {
  const checkpoint = await newestCheckpoint(db)
  const start = checkpoint && loaded && (await startOf(db, loaded.row.id, checkpoint.size))
  const change = start?.changes.find(({ noun, id }) => noun === 'approval' && id === loaded?.row.id)
  if (!start || !change || loaded === undefined) return refuse('checkpoint.paperNotSealed')
  const approval = begun(loaded)
  const same = changeDigest(Buffer.from(change.salt, 'hex'), approval) === change.after
  if (!same || loaded.approval.subject.paperDigest !== paper.digest) return refuse('checkpoint.paperNotSealed')
  const [entry] = await sealedEntries(db, [start], checkpoint.size)
  if (entry === undefined) return refuse('checkpoint.paperNotSealed')
  const proof: ReportProof = {
    v: 1,
    kind: 'quanheng.report',
    keys: await verifierKeys(db),
    checkpoint: checkpoint.note,
    sm3Checkpoint: checkpoint.sm3_note,
    paper: canonicalJson(paper.form),
    approval: canonicalJson(approval),
    salt: change.salt,
    entry,
  }
  return ok({
    name: `${title}核对文件.json`,
    mediaType: 'application/json; charset=utf-8',
    content: Buffer.from(`${JSON.stringify(proof, null, 1)}\n`),
  })
}
