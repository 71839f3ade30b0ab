import { listReportPackPlans, makeReportPack } from '@quanheng/contract/report-pack'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import styles from '../collection.module.css'

type Row = ReplyOf<typeof listReportPackPlans>['rows'][number]

const sayEvidence = ({ lines, gaps }: Row): string => {
  if (lines === 0) return t('没有要求')
  return gaps === 0
    ? t('{{lines}} 项，均已有材料', { lines })
    : t('{{lines}} 项，{{gaps}} 项还没有材料', { lines, gaps })
}

/** What may be taken away to be filled in without the platform, plan by plan. */
export const PackPlans = () => {
  const plans = useQueryRoute(listReportPackPlans, {})
  const [busy, setBusy] = useState<string>()
  const rows = plans.data?.rows ?? []
  const keyOf = ({ planId, unitId }: Row) => `${planId}${unitId}`
  const out = async (row: Row) => {
    setBusy(keyOf(row))
    try {
      await download(makeReportPack, { params: { planId: row.planId }, query: { unitId: row.unitId } })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      notify(error.message, 'stop')
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Section title={t('带出填报')}>
      <div className={styles.panel}>
        <p className={styles.soft}>
          {t(
            '填报包是一个.zip文件：一张填报表，每项台账一个编号文件夹。经OA或移动存储介质转给本单位有关科室填好，压缩后在下面收回。',
          )}
        </p>
        <Refusal refusal={plans.error ?? undefined} onRetry={plans.refetch} />
        {plans.data && rows.length === 0 && <p>{t('没有要您填报的方案。方案印发后，列在这里。')}</p>}
        {rows.length > 0 && (
          <div className={styles.scroll}>
            <table className={styles.versions}>
              <caption className={styles.hiddenCaption}>{t('可以带出填报的方案')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('方案')}</th>
                  <th scope="col">{t('填报单位')}</th>
                  <th scope="col">{t('待填数据')}</th>
                  <th scope="col">{t('台账')}</th>
                  <th scope="col">{t('最早期限')}</th>
                  <th scope="col">{t('操作')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={keyOf(row)}>
                    <td>{t('{{title}}（第{{number}}版）', { title: row.planTitle, number: row.planNumber })}</td>
                    <td>{row.unitName}</td>
                    <td className={styles.nowrap}>{t('{{count}} 项', { count: row.figures })}</td>
                    <td>{sayEvidence(row)}</td>
                    <td data-day>{row.due ?? '—'}</td>
                    <td>
                      <Button
                        size="small"
                        icon={<Icon name="download" />}
                        loading={busy === keyOf(row)}
                        onClick={() => void out(row)}
                      >
                        {t('下载填报包')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Section>
  )
}
