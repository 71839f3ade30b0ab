import * as contract from '@quanheng/contract/approval'
import { editPaper, letterDocx, paperProof, reportDocx, showPaper } from '@quanheng/contract/report'
import * as submissions from '@quanheng/contract/submission'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import type { OnResultFall } from '../result/index.ts'
import * as decisions from './decision-service.ts'
import { citedFile, issuedFile, issuedPapers, packageFile, printEntrySheet, printSignOff } from './files.ts'
import { booksOf, drawNumber, openBook, registerNumber } from './number-service.ts'
import { paperDocx, paperProof as paperProofOf, show as showPaperOf } from './paper-query.ts'
import { edit } from './paper-service.ts'
import { makeBefore, prepareWith } from './prepare-service.ts'
import { list, show } from './show-approval.ts'
import * as signing from './sign-service.ts'
import { start } from './start-service.ts'
import { check, recordReceipt, sendWith, tick } from './submission-service.ts'

export interface ApprovalHooks {
  /** What rests on a locked version and falls with it: totals over a report that comes in anew. */
  readonly onFall?: readonly OnResultFall[]
}

const papers = (): readonly Binding[] => [
  bindQuery(showPaper, ({ db, actor, params }) => showPaperOf(db, actor, params.resultId)),
  bindCommand(editPaper, edit),
  bindQuery(reportDocx, ({ db, actor, params }) => paperDocx(db, actor, params.paperId, 'report')),
  bindQuery(paperProof, ({ db, actor, params }) => paperProofOf(db, actor, params.paperId)),
  bindQuery(letterDocx, ({ db, actor, params }) => paperDocx(db, actor, params.paperId, 'letter')),
  bindQuery(contract.listPapers, async ({ db, actor, query }) => ok(await issuedPapers(db, actor, query))),
  bindQuery(contract.paperFile, ({ db, actor, params }) => issuedFile(db, actor, params.paperId)),
]

const chain = (onFall: readonly OnResultFall[]): readonly Binding[] => [
  bindQuery(contract.listApprovals, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.showApproval, ({ db, actor, params, context }) =>
    show(db, actor, params.approvalId, context.today),
  ),
  bindCommand(contract.startApproval, start),
  bindCommand(contract.agreeApproval, signing.agree),
  bindCommand(contract.returnApproval, signing.sendBack),
  bindCommand(contract.reviseApproval, signing.revise),
  bindCommand(contract.registerSignature, signing.register),
  bindCommand(contract.confirmSignature, signing.confirm),
  bindCommand(contract.refuseSignature, signing.refuseScan),
  bindCommand(contract.recordDecision, decisions.record),
  bindCommand(contract.confirmDecision, decisions.confirmWith(onFall)),
  bindCommand(contract.registerNumber, registerNumber),
  bindCommand(contract.drawNumber, drawNumber),
  bindQuery(contract.listBooks, async ({ db, posts }) => ok(await booksOf(db, posts))),
  bindCommand(contract.openBook, openBook),
  bindQuery(contract.signOffSheet, ({ db, actor, params, context }) =>
    printSignOff(db, actor, params.approvalId, context.today),
  ),
  bindQuery(contract.approvalFile, ({ db, actor, params }) => citedFile(db, actor, params)),
]

const sending = (platform: Platform, onFall: readonly OnResultFall[]): readonly Binding[] => [
  bindPrepared(submissions.prepareSubmission, makeBefore(platform.files), prepareWith),
  bindCommand(submissions.tickRows, tick),
  bindCommand(submissions.checkSubmission, check),
  bindCommand(submissions.sendSubmission, sendWith(onFall)),
  bindCommand(submissions.recordReceipt, recordReceipt),
  bindQuery(submissions.packageZip, ({ db, actor, params }) => packageFile(db, actor, params.submissionId)),
  bindQuery(submissions.entrySheet, ({ db, actor, params, context }) =>
    printEntrySheet(db, actor, params.submissionId, context.today),
  ),
]

export const approvalRoutes = (platform: Platform, { onFall = [] }: ApprovalHooks = {}): readonly Binding[] => [
  ...papers(),
  ...chain(onFall),
  ...sending(platform, onFall),
]
