import * as contract from '@quanheng/contract/approval'
import type { Refusal } from '@quanheng/contract/errors'
import * as papersContract from '@quanheng/contract/issued-paper'
import * as books from '@quanheng/contract/number-book'
import { editPaper, letterFile, paperProof, reportFile, showPaper } from '@quanheng/contract/report'
import type { Route } from '@quanheng/contract/route'
import * as submissions from '@quanheng/contract/submission'
import * as totals from '@quanheng/contract/totals-decision'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FileReply, QueryRequest } from '../../platform/door/outcome.ts'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import { paperFile, paperFonts } from '../../platform/jobs/paper-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { type AgendaOf, noAgenda } from '../../platform/work/deliberated.ts'
import type { OnResultFall } from '../result/index.ts'
import { listedNumbers, numbersFile } from './book-query.ts'
import { burnWith, type CarriesNumber, issue, reserve } from './book-service.ts'
import * as decisions from './decision-service.ts'
import { citedFile, entrySheetOf, issuedPapers, type Named, packageFile, signOffOf } from './files.ts'
import { issuedFile } from './issued-file.ts'
import { addLetterhead, changeLetterhead, letterheadsOf } from './letterhead-service.ts'
import { booksOf, drawNumber, openBook, registerNumber } from './number-service.ts'
import { paperAsItStands, paperProof as paperProofOf, show as showPaperOf } from './paper-query.ts'
import { edit } from './paper-service.ts'
import { makeBefore, prepareWith } from './prepare-service.ts'
import { list, show } from './show-approval.ts'
import * as signing from './sign-service.ts'
import { start } from './start-service.ts'
import { check, recordReceipt, sendWith, tick } from './submission-service.ts'
import { decisionScan, totalsDecisions } from './totals-decision-query.ts'
import { confirmOnTotals, recordOnTotals } from './totals-decision-service.ts'

export interface ApprovalHooks {
  /** What rests on a locked version and falls with it: totals over a report that comes in anew. */
  readonly onFall?: readonly OnResultFall[]
  /** The meeting that has a paper before it, where the office keeps its meetings in the platform. */
  readonly agendaOf?: AgendaOf
  /** Papers of other features that carry a number of a book: it goes with them. */
  readonly carriesNumber?: readonly CarriesNumber[]
}

type Asked = Pick<QueryRequest<Route>, 'actor' | 'context'> & { readonly query: { readonly format: PaperFormat } }

/** A paper that is not issued, or goes round for hand signatures, as a file. */
const printed = async (
  platform: Platform,
  named: Result<Named, Refusal>,
  { query, ...asked }: Asked,
  { draft = false } = {},
): Promise<Result<FileReply, Refusal>> =>
  named.ok ? ok(await paperFile(platform, { ...named.value, format: query.format, draft }, asked)) : named

const papers = (platform: Platform): readonly Binding[] => [
  bindQuery(showPaper, ({ db, actor, params }) => showPaperOf(db, actor, params.resultId)),
  bindCommand(editPaper, edit),
  bindQuery(reportFile, async (asked) =>
    printed(platform, await paperAsItStands(asked.db, asked.actor, asked.params.paperId, 'report'), asked, {
      draft: true,
    }),
  ),
  bindQuery(paperProof, ({ db, actor, params }) => paperProofOf(db, actor, params.paperId)),
  bindQuery(letterFile, async (asked) =>
    printed(platform, await paperAsItStands(asked.db, asked.actor, asked.params.paperId, 'letter'), asked, {
      draft: true,
    }),
  ),
  bindQuery(papersContract.listPapers, async ({ db, actor, query }) => ok(await issuedPapers(db, actor, query))),
  bindQuery(papersContract.paperFile, ({ db, actor, params, query }) =>
    issuedFile(db, actor, { ...params, format: query.format }, platform),
  ),
  bindQuery(papersContract.paperFonts, async () => ok(await paperFonts(platform))),
]

const chain = (
  platform: Platform,
  { onFall, agendaOf }: Required<Pick<ApprovalHooks, 'onFall' | 'agendaOf'>>,
): readonly Binding[] => [
  bindQuery(contract.listApprovals, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.showApproval, ({ db, actor, params, context }) =>
    show(db, actor, params.approvalId, context.today, agendaOf),
  ),
  bindCommand(contract.startApproval, start),
  bindCommand(contract.agreeApproval, signing.agree),
  bindCommand(contract.returnApproval, signing.sendBack),
  bindCommand(contract.reviseApproval, signing.revise),
  bindCommand(contract.registerSignature, signing.register),
  bindCommand(contract.confirmSignature, signing.confirm),
  bindCommand(contract.refuseSignature, signing.refuseScan),
  bindCommand(contract.recordDecision, decisions.recordWith(agendaOf)),
  bindCommand(contract.confirmDecision, decisions.confirmWith(onFall)),
  bindCommand(contract.registerNumber, registerNumber),
  bindCommand(contract.drawNumber, drawNumber),
  bindQuery(contract.signOffSheet, async (asked) =>
    printed(platform, await signOffOf(asked.db, asked.actor, asked.params.approvalId, asked.context.today), asked),
  ),
  bindQuery(contract.approvalFile, ({ db, actor, params }) => citedFile(db, actor, params)),
]

const numbering = (carriers: readonly CarriesNumber[]): readonly Binding[] => [
  bindQuery(books.listBooks, async ({ db, posts }) => ok(await booksOf(db, posts))),
  bindCommand(books.openBook, openBook),
  bindQuery(books.listNumbers, async ({ db, posts, query }) => ok(await listedNumbers(db, posts, query))),
  bindQuery(books.numbersXlsx, (request) => numbersFile(request.db, request.posts, request.query, request)),
  bindCommand(books.reserveNumber, reserve),
  bindCommand(books.issueNumber, issue),
  bindCommand(books.burnNumber, burnWith(carriers)),
  bindQuery(books.listLetterheads, async ({ db, posts }) => ok(await letterheadsOf(db, posts))),
  bindCommand(books.addLetterhead, addLetterhead),
  bindCommand(books.changeLetterhead, changeLetterhead),
]

const sending = (platform: Platform, onFall: readonly OnResultFall[]): readonly Binding[] => [
  bindPrepared(submissions.prepareSubmission, makeBefore(platform.files), prepareWith),
  bindCommand(submissions.tickRows, tick),
  bindCommand(submissions.checkSubmission, check),
  bindCommand(submissions.sendSubmission, sendWith(onFall)),
  bindCommand(submissions.recordReceipt, recordReceipt),
  bindQuery(submissions.packageZip, ({ db, actor, params }) => packageFile(db, actor, params.submissionId)),
  bindQuery(submissions.entrySheet, async (asked) =>
    printed(platform, await entrySheetOf(asked.db, asked.actor, asked.params.submissionId, asked.context.today), asked),
  ),
]

const deciding = (agendaOf: AgendaOf): readonly Binding[] => [
  bindQuery(totals.listTotalsDecisions, ({ db, actor, params }) =>
    totalsDecisions(db, actor, params.resultId, agendaOf),
  ),
  bindCommand(totals.recordTotalsDecision, recordOnTotals(agendaOf)),
  bindCommand(totals.confirmTotalsDecision, confirmOnTotals),
  bindQuery(totals.totalsDecisionScan, ({ db, actor, params }) => decisionScan(db, actor, params)),
]

export const approvalRoutes = (
  platform: Platform,
  { onFall = [], agendaOf = noAgenda, carriesNumber = [] }: ApprovalHooks = {},
): readonly Binding[] => [
  ...papers(platform),
  ...chain(platform, { onFall, agendaOf }),
  ...numbering(carriesNumber),
  ...deciding(agendaOf),
  ...sending(platform, onFall),
]
