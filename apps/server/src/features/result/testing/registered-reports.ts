import * as reports from '@quanheng/contract/report'
import type { TestServer } from '../../../platform/testing/test-server.ts'
import { done, type ResultWorld, upload } from './result-world.ts'

/** Every lead unit's report on paper, entered by one and confirmed by another: full marks, the town 3 on each line. */
export const registerReports = async (server: TestServer, world: ResultWorld): Promise<void> => {
  const { rows } = await done(world.staff, reports.showRegister, { params: { planId: world.year.planId } })
  for (const { id, leadUnitId } of rows) {
    const params = { reportId: id }
    const { items, version } = await done(world.staff, reports.showLeadReport, { params })
    const scores = items.map(({ leafKey, unitId, fullMark }) => ({
      leafKey,
      unitId,
      points: unitId === world.town ? '3' : fullMark,
    }))
    const scanDigest = await upload(server, world.staff, '盖章件.pdf')
    const documentNumber = leadUnitId === world.lead ? '云发改报〔2025〕3号' : '云交报〔2025〕2号'
    const body = { version, documentNumber, documentDate: '2025-01-17', scanDigest, scores }
    const entered = await done(world.staff, reports.enterPaperReport, { params, body })
    await done(world.colleague, reports.confirmPaperReport, { params, body: { version: entered.version } })
  }
}
