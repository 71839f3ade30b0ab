import * as draws from '@quanheng/contract/draw'
import * as contract from '@quanheng/contract/verification'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { namesOf } from '../scoring/index.ts'
import { arrange, waive } from './arrange-service.ts'
import { drawPaper } from './draw-paper.ts'
import { drawRecordOf } from './draw-record.ts'
import { list } from './list.ts'
import { presentUnits } from './present-units.ts'
import { readVerification } from './read.ts'
import { readable, risksShown } from './risks-query.ts'
import { commit, fallBack, reveal, witness } from './seed-services.ts'
import { answer, cancelDraw, close, draw, giveOpinion, recordVisit } from './services.ts'
import { people, residualShown, scorerName, show } from './show.ts'
import { visitForm } from './visit-form.ts'

export const verificationRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listVerifications, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.verificationPeople, async ({ db, context }) => ok(await people(db, context.today))),
  bindQuery(contract.showVerification, ({ db, actor, params, context }) =>
    show(db, actor, params.verificationId, context.today),
  ),
  bindCommand(contract.planVerification, arrange),
  bindCommand(contract.waiveVerification, waive),
  bindQuery(contract.verificationRisks, async ({ db, actor, params, context }) => {
    const [sheet] = await readable(db, actor, params.sheetId)
    return sheet ? ok(await risksShown(db, sheet, context.today)) : refuse('platform.notFound')
  }),
  bindCommand(draws.commitSeed, commit),
  bindCommand(draws.revealSeed, reveal),
  bindCommand(draws.fallBackSeed, fallBack),
  bindCommand(draws.witnessDraw, witness),
  bindCommand(draws.drawSample, draw),
  bindCommand(draws.cancelDraw, cancelDraw),
  bindCommand(contract.recordVisit, recordVisit),
  bindCommand(contract.giveOpinion, giveOpinion),
  bindCommand(contract.answerOpinion, answer),
  bindCommand(contract.closeVerification, close),
  bindQuery(contract.visitForm, async ({ db, actor, params, query, context }) => {
    const read = await readVerification(db, actor, params.verificationId, context.today)
    if (!read.ok) return read
    const { row } = read.value.sheet
    const names = await namesOf(db, {
      units: [...row.unit_ids, row.scorer_unit_id],
      sections: row.scorer_section_id === null ? [] : [row.scorer_section_id],
    })
    const unit = presentUnits(read.value, names).find(({ unitId }) => unitId === params.unitId)
    const printing = { today: context.today, seal: await printedSeal(db) }
    const form = unit && visitForm(read.value, unit, scorerName(read.value.sheet, names), printing)
    if (!form) return refuse('platform.notFound')
    const name = `现场核验记录表（${unit.unitName}）`
    const asked = { paper: { kind: 'visit', sheet: form }, format: query.format, name } as const
    return ok(await paperFile(platform, asked, { actor, context }))
  }),
  bindQuery(draws.drawRecord, async ({ db, actor, params, context }) => {
    const read = await readVerification(db, actor, params.verificationId, context.today)
    if (!read.ok) return read
    const record = await drawRecordOf(db, read.value, params.drawId)
    if (!record) return refuse('platform.notFound')
    const content = Buffer.from(`${JSON.stringify(record, null, 1)}\n`)
    return ok({ name: `抽样记录（${record.indicator}）.json`, mediaType: 'application/json', content })
  }),
  bindQuery(draws.drawPaper, async ({ db, actor, params, query, context }) => {
    const read = await readVerification(db, actor, params.verificationId, context.today)
    if (!read.ok) return read
    const record = await drawRecordOf(db, read.value, params.drawId)
    if (!record) return refuse('platform.notFound')
    const { row } = read.value.sheet
    const { scope } = read.value.verification
    const picks = scope.kind === 'random' ? scope.picks : []
    const names = await namesOf(db, {
      units: [row.scorer_unit_id, ...picks.map(({ unitId }) => unitId)],
      sections: row.scorer_section_id === null ? [] : [row.scorer_section_id],
    })
    const printing = { today: context.today, seal: await printedSeal(db) }
    const around = {
      organ: scorerName(read.value.sheet, names),
      factors: scope.kind === 'random' ? (scope.weighing?.factors ?? []) : [],
      chosen: picks.map(({ unitId, reason }) => ({ name: names.get(unitId) ?? '', reason })),
      residual: record.cancelled === null ? residualShown(read.value.verification) : null,
    }
    const sheet = drawPaper(record, around, printing)
    const name = `抽样记录表（${record.indicator}）`
    return ok(
      await paperFile(platform, { paper: { kind: 'form', sheet }, format: query.format, name }, { actor, context }),
    )
  }),
  bindQuery(contract.visitScan, async ({ db, actor, params, context }) => {
    const read = await readVerification(db, actor, params.verificationId, context.today)
    if (!read.ok) return read
    const visit = read.value.verification.visits.find(({ id }) => id === params.visitId)
    if (visit?.unitSide.kind !== 'signed') return refuse('platform.notFound')
    const { scanDigest } = visit.unitSide
    const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', scanDigest).executeTakeFirst()
    const mediaType = upload?.media_type ?? 'application/octet-stream'
    return ok({
      name: upload?.name ?? scanDigest,
      mediaType,
      content: { stored: scanDigest },
      inline: mediaType === 'application/pdf' || mediaType.startsWith('image/'),
    })
  }),
]
