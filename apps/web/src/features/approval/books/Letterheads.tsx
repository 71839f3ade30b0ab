import { changeLetterhead, listLetterheads } from '@quanheng/contract/number-book'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../approval.module.css'
import { LetterheadDialog, type LetterheadRow } from './LetterheadDialog.tsx'

/** 发文机关标志 of the unit: papers of the year carry the one for their kind, else the unit's own name. */
export const Letterheads = () => {
  const asked = useQueryRoute(listLetterheads, {})
  const [open, setOpen] = useState<LetterheadRow | 'new'>()
  const change = useCommand(changeLetterhead)
  const setActive = ({ id, unitName: _, ...head }: LetterheadRow, active: boolean) =>
    change.run({ params: { letterheadId: id }, body: { ...head, active } })
  return (
    <Section
      title={t('发文机关标志')}
      actions={
        <Button size="small" onClick={() => setOpen('new')}>
          {t('设立发文机关标志')}
        </Button>
      }
    >
      {asked.data === undefined ? (
        <Pending refusal={asked.error} />
      ) : (
        <Sheet
          caption={t('发文机关标志')}
          rows={asked.data.rows}
          rowKey={(row) => row.id}
          empty={t('没有设立的，公文使用本单位名称。')}
          columns={[
            { key: 'organ', title: t('标志'), width: 320, render: (row) => `${row.organ}${row.word}` },
            { key: 'code', title: t('机关代字'), width: 140, render: (row) => row.organCode },
            { key: 'kinds', title: t('用于文种'), width: 220, render: (row) => row.kinds.join(t('、')) },
            { key: 'active', title: t('状态'), width: 90, render: (row) => (row.active ? t('使用中') : t('已停用')) },
            {
              key: 'acts',
              title: t('办理'),
              render: (row) => (
                <span className={styles.acts}>
                  {row.active && (
                    <Button size="small" onClick={() => setOpen(row)}>
                      {t('变更')}
                    </Button>
                  )}
                  <Button size="small" loading={change.pending} onClick={() => setActive(row, !row.active)}>
                    {row.active ? t('停用') : t('恢复使用')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <Refusal refusal={change.refusal} />
      {open !== undefined && (
        <LetterheadDialog head={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  )
}
