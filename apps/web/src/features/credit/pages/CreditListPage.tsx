import { exportCredits, listCredits } from '@quanheng/contract/credit'
import { creditYears } from '@quanheng/contract/credit-register'
import { creditStates, entryKinds } from '@quanheng/domain/credit/model'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import type { SeveralAct } from '../acts/SeveralDialog.tsx'
import { type Line, signed, toneOf, type Year } from '../credit.ts'
import { RegisterPanel } from '../register/RegisterPanel.tsx'

const ClaimDialog = lazy(() => import('../acts/ClaimDialog.tsx'))
const SeveralDialog = lazy(() => import('../acts/SeveralDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'matter',
    title: t('事项'),
    width: 200,
    render: (row) => (
      <Link to={'/adjustments/$creditId' as never} params={{ creditId: row.id } as never}>
        {row.matter}
      </Link>
    ),
  },
  { key: 'unit', title: t('单位'), width: 140, render: (row) => row.unitName },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('creditState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'kind', title: t('类型'), render: (row) => word('entryKind', row.kind) },
  { key: 'claimed', title: t('申报分值'), figure: true, render: (row) => signed(row.kind, row.claimed) },
  { key: 'recognised', title: t('认定分值'), figure: true, render: (row) => signed(row.kind, row.recognised) },
  { key: 'until', title: t('截止'), render: (row) => row.until ?? '' },
  { key: 'class', title: t('类别'), width: 120, optional: true, render: (row) => row.className ?? '' },
  { key: 'proof', title: t('依据文件'), width: 200, render: (row) => row.proof },
]

const filters = (years: readonly Year[]): readonly Filter[] => [
  { kind: 'text', name: 'q', label: t('事项或单位'), placeholder: t('事项或单位名称') },
  {
    kind: 'choice',
    name: 'kind',
    label: t('类型'),
    options: entryKinds.map((value) => ({ value, label: word('entryKind', value) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: creditStates.map((value) => ({ value, label: word('creditState', value) })),
  },
  ...(years.length > 1
    ? [
        {
          kind: 'choice' as const,
          name: 'planId',
          label: t('考评方案'),
          options: years.map((year) => ({ value: year.planId, label: year.planTitle })),
        },
      ]
    : []),
]

type Open = { readonly year: Year } & (
  | { readonly kind: 'claim' | 'propose' }
  | { readonly kind: 'several'; readonly act: SeveralAct }
)

/** 加减分核定: how each year's register stands, and every entry in sight, those under way first. */
const CreditListPage = () => {
  const asked = useQueryRoute(creditYears, {})
  const [open, setOpen] = useState<Open>()
  const navigate = useNavigate()
  const isOffice = useMay('creditRegister.close')
  const years = asked.data?.rows ?? []
  const [year] = years
  if (!asked.data)
    return (
      <Page>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  if (!year)
    return (
      <Page>
        <Section title={t('加减分核定')}>
          <p>{t('还没有印发的年度考评方案规定加减分或一票否决。方案印发后在此申报、提出和核定。')}</p>
        </Section>
      </Page>
    )
  const isOpen = year.register.state === 'open'
  const close = () => setOpen(undefined)
  const several = (act: SeveralAct) => (
    <Button key={act} onClick={() => setOpen({ kind: 'several', act, year })}>
      {word('creditCommand', act)}
    </Button>
  )
  return (
    <Page>
      {years.map((one) => (
        <RegisterPanel key={one.planId} year={one} />
      ))}
      <DataTable
        id="credits"
        caption={t('加减分核定')}
        route={listCredits}
        columns={columns}
        filters={filters(years)}
        rowKey={(row) => row.id}
        empty={t('还没有申报或提出的事项。')}
        actions={
          <>
            {isOpen && year.claimsFor.length > 0 && year.foreseesCredits && (
              <Button type="primary" onClick={() => setOpen({ kind: 'claim', year })}>
                {t('申报加分')}
              </Button>
            )}
            {isOpen && year.mayPropose && (
              <Button onClick={() => setOpen({ kind: 'propose', year })}>{t('提出扣分或否决')}</Button>
            )}
            {isOffice && (['show', 'registerDecision', 'confirmDecision'] as const).map(several)}
            <ExportButton
              label={t('导出台账')}
              onExport={(format) => download(exportCredits, { query: { planId: year.planId, format } })}
            />
          </>
        }
      />
      <Suspense>
        {(open?.kind === 'claim' || open?.kind === 'propose') && (
          <ClaimDialog
            year={open.year}
            way={open.kind}
            onClose={close}
            onBegun={(creditId) =>
              void navigate({ to: '/adjustments/$creditId' as never, params: { creditId } as never })
            }
          />
        )}
        {open?.kind === 'several' && (
          <SeveralDialog act={open.act} year={open.year} today={asked.data.today} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

export default CreditListPage
