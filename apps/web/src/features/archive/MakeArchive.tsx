import { makeArchive } from '@quanheng/contract/archive'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { notify } from '../../shared/notice/notices.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { type Archives, type FileKind, kindName, type Retention, type Term, termName } from './terms.ts'

const terms: readonly Term[] = ['permanent', '30', '10']

/** One package of one year, with the retention periods that go into it. */
export const MakeArchive = ({ years, retention: set }: Pick<Archives, 'years' | 'retention'>) => {
  const [year, setYear] = useState(years.find(({ ready }) => ready)?.year ?? years[0]?.year)
  const [retention, setRetention] = useState<Retention>(set)
  const making = useCommand(makeArchive, { onDone: () => notify(t('归档包已完成并核验')) })
  const chosen = years.find((one) => one.year === year)
  if (chosen === undefined) return <p>{t('本单位还没有印发的方案。')}</p>
  return (
    <>
      {/* A plan's title is longer than a column of facts. */}
      <p>
        <Select
          aria-label={t('年度')}
          value={chosen.year}
          onChange={setYear}
          options={years.map((one) => ({ value: one.year, label: `${one.year} ${one.title}` }))}
        />
      </p>
      <Facts
        items={[
          {
            label: t('尚未最终确定'),
            value: chosen.open.length === 0 ? t('无，各项结果均已印发') : chosen.open.join('；'),
          },
          ...(Object.keys(retention) as FileKind[]).map((kind) => ({
            label: t('{{kind}}的保管期限', { kind: kindName(kind) }),
            value: (
              <Select
                aria-label={t('{{kind}}的保管期限', { kind: kindName(kind) })}
                value={retention[kind]}
                onChange={(term) => setRetention({ ...retention, [kind]: term })}
                options={terms.map((term) => ({ value: term, label: termName(term) }))}
              />
            ),
          })),
        ]}
      />
      <Refusal refusal={making.refusal ?? null} />
      <p>
        <Button
          type="primary"
          disabled={!chosen.ready}
          loading={making.pending}
          onClick={() => void making.run({ body: { year: chosen.year, retention } })}
        >
          {t('制作归档包')}
        </Button>
      </p>
      {!chosen.ready && <p>{t('结果锁定后才能制作。')}</p>}
    </>
  )
}
