import * as contract from '@quanheng/contract/late-entry'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { namesFor, placeFrom } from '../collection/index.ts'
import { list, visibleLateEntry } from './list.ts'
import { lateEntryForm } from './paper.ts'
import { linesOf, read } from './present.ts'
import { ask, decline, grant, withdraw } from './services.ts'

export const lateEntryRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listLateEntries, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.lateEntryPaper, async ({ db, actor, params, query, context }) => {
    const found = await visibleLateEntry(db, actor, params.lateEntryId)
    const [line] = found ? await linesOf(db, actor, [found], context.today) : []
    if (!found || !line) return refuse('platform.notFound')
    const [one] = await read(db, [found])
    const [place] = one?.data.flatMap(({ row }) => row.scorer_places) ?? []
    const lead = place === undefined ? (one?.plan.ownerUnitId ?? '') : placeFrom(place).unitId
    const names = await namesFor(db, { units: [lead] })
    const printing = { today: context.today, seal: await printedSeal(db) }
    const sheet = lateEntryForm(line, names.unit(lead), printing)
    const name = `补报申请审批单（${line.unitName}${line.leafName}）`
    const asked = { paper: { kind: 'form', sheet }, format: query.format, name } as const
    return ok(await paperFile(platform, asked, { actor, context }))
  }),
  bindCommand(contract.askLateEntry, ask),
  bindCommand(contract.withdrawLateEntry, withdraw),
  bindCommand(contract.grantLateEntry, grant),
  bindCommand(contract.declineLateEntry, decline),
]
