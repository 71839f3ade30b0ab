import { type listLikenesses, settleLikeness } from '@quanheng/contract/likeness'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import type { RowOf } from '../../../shared/table/DataTable.tsx'
import { sayDay, sayMoment } from '../../../shared/time/time.ts'
import styles from './likeness.module.css'

export type Likeness = RowOf<typeof listLikenesses>
type Use = Likeness['uses'][number]

const fileOf = ({ evidenceId }: Use): string | null => (evidenceId === null ? null : `/api/evidence/${evidenceId}/file`)
const isPicture = ({ mediaType }: Use): boolean => mediaType === 'image/png' || mediaType === 'image/jpeg'

const Side = ({ use }: { readonly use: Use }) => {
  const href = fileOf(use)
  return (
    <li className={styles.side}>
      <strong>
        {use.unitName} · {t('{{year}}年度', { year: use.year })}
      </strong>
      {href === null ? (
        <span className={styles.where}>{t('属其他牵头单位的指标，由绩效办核对原件。')}</span>
      ) : (
        <>
          {isPicture(use) && (
            <img src={href} alt={t('{{unit}}提交的{{name}}', { unit: use.unitName, name: use.name ?? '' })} />
          )}
          <a href={href} target="_blank" rel="noreferrer">
            {use.name}
          </a>
          <span className={styles.where}>
            <span>{use.leafName}</span>
            <span>{use.planTitle}</span>
            {use.receivedOn && <span>{t('收到 {{time}}', { time: sayDay(use.receivedOn) })}</span>}
            {use.effectiveOn && <span>{t('生效 {{day}}', { day: sayDay(use.effectiveOn) })}</span>}
          </span>
        </>
      )}
      <Digest value={use.digest} />
    </li>
  )
}

/** 雷同材料 side by side, and the word of whoever looked into it. It never touches a score. */
export const LikenessCase = ({ row, onDone }: { readonly row: Likeness; readonly onDone?: () => void }) => {
  const [settling, setSettling] = useState(false)
  const command = useCommand(settleLikeness)
  const act = async (reason: string) => {
    const body = { first: row.first, second: row.second, seen: row.uses.length, reason }
    if (!(await command.run({ body }))) return
    notify(t('已核实'))
    setSettling(false)
    onDone?.()
  }
  return (
    <div className={styles.body}>
      <p>
        {row.kind === 'file'
          ? t('以下各处使用的是同一个文件，内容完全相同。')
          : t('以下图片经比对疑为同一张（另存、缩放或略有裁剪），请人工核对。')}
        {t('是否影响评分由经办人按评分标准判断，平台不自动扣分。')}
      </p>
      <ul className={styles.sides}>
        {row.uses.map((use, at) => (
          <Side key={use.evidenceId ?? at} use={use} />
        ))}
      </ul>
      {row.review && (
        <p>
          {t('已核实：{{reason}}（{{unit}} {{name}}，{{time}}）', {
            reason: row.review.reason,
            unit: row.review.by.unitName,
            name: row.review.by.name,
            time: sayMoment(row.review.at),
          })}
        </p>
      )}
      {row.maySettle && (
        <div>
          <Button type="primary" onClick={() => setSettling(true)}>
            {t('标为已核实')}
          </Button>
        </div>
      )}
      {settling && (
        <WeightyAct
          act={t('标为已核实')}
          object={t('{{count}} 处使用', { count: row.uses.length })}
          effects={[t('写明核实情况和理由，记入操作留痕；以后再有一处使用，会重新提出。')]}
          reason="required"
          pending={command.pending}
          refusal={command.refusal}
          onAct={(reason) => void act(reason)}
          onClose={() => setSettling(false)}
        >
          <ul>
            {row.uses.map((use, at) => (
              <li key={use.evidenceId ?? at}>
                {use.unitName} · {t('{{year}}年度', { year: use.year })}
                {use.name && ` · ${use.name}`}
              </li>
            ))}
          </ul>
        </WeightyAct>
      )}
    </div>
  )
}
