import { deductionLetter, type LetterRow } from '@quanheng/domain/result/deduction-letter'
import { t } from '../../../shared/i18n/t.ts'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import styles from '../result.module.css'
import { LetterTable } from './LetterTable.tsx'

interface Props {
  readonly unitName: string
  readonly scorerName: string
  readonly planTitle: string
  readonly rows: readonly LetterRow[]
  readonly runDigest: string
}

/** 扣分告知书 on A4: to whom, under which plan, what was lost and why, signed by both sides. */
export const LetterPrint = ({ unitName, scorerName, planTitle, rows, runDigest }: Props) => {
  const letter = deductionLetter(rows)
  return (
    <PrintSheet
      title={t('扣分告知书')}
      subtitle={planTitle}
      digest={runDigest}
      signatures={[t('评分单位经办人'), t('评分单位负责人'), t('被考核单位签收')]}
    >
      <div className={styles.letter}>
        <p>{t('{{unit}}：', { unit: unitName })}</p>
        <p>
          {letter.lines.length === 0
            ? t('根据《{{plan}}》，你单位各项指标均得满分，没有扣分。', { plan: planTitle })
            : t(
                '根据《{{plan}}》，你单位各项指标满分合计 {{full}} 分，得 {{points}} 分，扣 {{lost}} 分。扣分事项告知如下。',
                {
                  plan: planTitle,
                  full: letter.fullMark,
                  points: letter.points,
                  lost: letter.lost,
                },
              )}
        </p>
        {letter.lines.length > 0 && <LetterTable letter={letter} />}
        <p className={styles.signed}>{scorerName}</p>
      </div>
    </PrintSheet>
  )
}
