import { divideSuperiorPlan } from '@quanheng/contract/superior-plan'
import { add, exact, printExact, zero } from '@quanheng/domain/kernel/exact'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import work from '../../../shared/work/work.module.css'
import styles from '../superior-plan.module.css'
import { type Line, type SuperiorPlan, sayTarget } from '../superior-plan.ts'
import { givenShare, sharesWith } from './given.ts'
import { ShareFields, type TypedShare } from './ShareFields.tsx'

interface Props {
  readonly plan: SuperiorPlan
  readonly line: Line
  readonly onClose: () => void
}

/** 合计 of what is typed so far; what is not a figure yet is said by the server. */
const totalOf = (texts: readonly string[], unit: string): string =>
  printExact(
    texts.reduce((sum, text) => {
      const read = readQuantity(text, { unit })
      return read.ok ? add(sum, exact(read.value)) : sum
    }, zero),
  )

/** 分解: one indicator over units and sections, with the sums beside what the superior asks. */
const ShareDialog = ({ plan, line, onClose }: Props) => {
  const count = useRef(line.shares.length)
  const fresh = (): TypedShare => ({
    row: count.current++,
    indicatorKey: line.key,
    role: 'lead',
    unitId: '',
    unitName: '',
    sectionId: null,
    target: line.target,
    marks: line.fullMark,
    post: 'unitReporter',
    ownerName: '',
    due: line.due,
    basis: '',
  })
  const [shares, setShares] = useState<readonly TypedShare[]>(() =>
    line.shares.length === 0
      ? [fresh()]
      : line.shares.map((share, row) => ({ ...givenShare(share), row, unitName: share.unitName })),
  )
  const save = useCommand(divideSuperiorPlan, { onDone: onClose })
  const next = (): TypedShare => ({
    ...fresh(),
    role: 'support',
    ...(line.sharing === 'split' && { target: '', marks: '' }),
  })
  const targets = totalOf(
    shares.map(({ target }) => target),
    line.measureUnit,
  )
  const marks = totalOf(
    shares.map((share) => share.marks),
    '',
  )
  return (
    <Modal
      open
      width={960}
      title={t('分解：{{name}}', { name: line.name })}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: shares.some(({ unitId }) => unitId === '') }}
      confirmLoading={save.pending}
      onOk={() =>
        void save.run({
          params: { superiorPlanId: plan.id },
          body: {
            version: plan.version,
            shares: sharesWith(
              plan,
              line.key,
              shares.map(({ row: _, unitName: __, ...share }) => share),
            ),
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>
        {t('上级目标 {{target}}，分值 {{mark}}，{{sharing}}。', {
          target: sayTarget(line.target, line.measureUnit),
          mark: line.fullMark || '—',
          sharing: word('sharing', line.sharing),
        })}
      </p>
      <div className={styles.shares}>
        {shares.map((share, at) => (
          <ShareFields
            key={share.row}
            name={t('第 {{number}} 行', { number: at + 1 })}
            share={share}
            onChange={(more) => setShares(shares.map((one) => (one.row === share.row ? { ...one, ...more } : one)))}
            onRemove={() => setShares(shares.filter((one) => one.row !== share.row))}
          />
        ))}
      </div>
      <div className={`${work.acts} ${work.after}`}>
        <Button onClick={() => setShares([...shares, next()])}>{t('添加承担单位')}</Button>
        {line.sharing === 'split' && (
          <span role="status">{t('分解合计：目标 {{targets}}，分值 {{marks}}', { targets, marks })}</span>
        )}
      </div>
      <Refusal refusal={save.refusal} />
    </Modal>
  )
}

export default ShareDialog
