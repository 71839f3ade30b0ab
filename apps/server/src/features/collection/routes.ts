import * as data from '@quanheng/contract/datum'
import * as evidence from '@quanheng/contract/evidence'
import { heldFigures } from '@quanheng/contract/held-figure'
import * as likeness from '@quanheng/contract/likeness'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import type { OnReopen, TallyRecords } from './act-on-datum.ts'
import {
  close,
  confirm,
  confirmReleaseWith,
  onBehalfWith,
  publish,
  reopenWith,
  reportWith,
  sendBack,
  withdraw,
  withdrawRelease,
} from './datum-service.ts'
import { file, items, list as listEvidence } from './evidence-queries.ts'
import { attachWith, type EvidenceCited, relabel, withdrawWith } from './evidence-service.ts'
import { held } from './held-evidence.ts'
import { heldFor } from './held-figures.ts'
import { listLikenesses, settle } from './likeness.ts'
import { choices, countsOf, list } from './list-data.ts'
import { open } from './open-data.ts'
import { show } from './show-datum.ts'
import { tableIn, tableMarked, tableOut } from './table-queries.ts'
import { urgingFor, urgingTable } from './urging.ts'

export interface CollectionHooks {
  /** What follows from a datum that leaves `closed`, in the same transaction, in this order. */
  readonly onReopen?: readonly OnReopen[]
  /** Whether something above collection rests on a file: then it is not withdrawn. */
  readonly evidenceCited?: readonly EvidenceCited[]
  /** What 平时记录 come to, for elements that take their figure from them. */
  readonly tallyRecords?: TallyRecords
}

export const collectionRoutes = (
  { files, custodian }: Pick<Platform, 'files' | 'custodian'>,
  { onReopen = [], evidenceCited = [], tallyRecords }: CollectionHooks = {},
): readonly Binding[] => [
  bindQuery(data.listData, async ({ db, actor, query, context }) => ok(await list(db, actor, query, context.today))),
  bindQuery(data.countData, async ({ db, actor, query, context }) =>
    ok(await countsOf(db, actor, query, context.today)),
  ),
  bindQuery(data.dataChoices, async ({ db, actor }) => ok(await choices(db, actor))),
  bindQuery(data.dataTable, tableOut),
  bindQuery(data.readDataTable, tableIn(files)),
  bindQuery(data.markDataTable, tableMarked(files)),
  bindQuery(heldFigures, ({ db, actor, params }) => heldFor(db, actor, params.datumId)),
  bindQuery(data.showDatum, ({ db, actor, params, context }) =>
    show(db, actor, params.datumId, context.today, tallyRecords),
  ),
  bindCommand(data.reportData, reportWith(tallyRecords)),
  bindCommand(data.reportOnBehalf, onBehalfWith(tallyRecords)),
  bindCommand(data.openData, open),
  bindCommand(data.withdrawDatum, withdraw),
  bindCommand(data.confirmData, confirm),
  bindCommand(data.returnDatum, sendBack),
  bindCommand(data.closeData, close),
  bindCommand(data.reopenDatum, reopenWith(onReopen)),
  bindCommand(data.publishRelease, publish),
  bindCommand(data.confirmRelease, confirmReleaseWith(onReopen)),
  bindCommand(data.withdrawRelease, withdrawRelease),
  bindQuery(data.urgingList, async ({ db, actor, posts, params, context }) => {
    const rows = await urgingFor(db, actor, posts, params.planId, context.today)
    return rows.ok ? ok({ rows: [...rows.value] }) : rows
  }),
  bindQuery(data.urgingTable, async (request) => {
    const { db, actor, posts, params, context } = request
    const rows = await urgingFor(db, actor, posts, params.planId, context.today)
    return rows.ok ? ok(listFile(`催报清单${context.today}`, urgingTable(rows.value), request)) : rows
  }),
  bindQuery(evidence.listEvidence, ({ db, actor, query }) => listEvidence(db, custodian, actor, query)),
  bindQuery(evidence.heldEvidence, ({ db, posts, query }) => held(db, posts, query)),
  bindQuery(likeness.listLikenesses, async ({ db, actor, posts, query }) =>
    ok(await listLikenesses(db, actor, posts, query)),
  ),
  bindCommand(likeness.settleLikeness, settle),
  bindQuery(evidence.listEvidenceItems, async ({ db, actor, query }) => ok(await items(db, actor, query))),
  bindCommand(evidence.attachEvidence, attachWith(evidenceCited)),
  bindCommand(evidence.withdrawEvidence, withdrawWith(evidenceCited)),
  bindCommand(evidence.relabelEvidence, relabel),
  bindQuery(evidence.evidenceFile, ({ db, actor, params, context }) => file(db, actor, params.evidenceId, context)),
]
