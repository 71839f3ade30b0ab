import { listOfficeTemplates } from '@quanheng/contract/office-template'
import { listYearPapers } from '@quanheng/contract/year-paper'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { MadePapers } from '../template/MadePapers.tsx'
import { TagTable } from '../template/TagTable.tsx'
import { TemplateTable } from '../template/TemplateTable.tsx'
import type { TemplateRow } from '../template/template.ts'

const UploadDialog = lazy(() => import('../template/UploadDialog.tsx'))
const FillDialog = lazy(() => import('../template/FillDialog.tsx'))

type Doing = { readonly act: 'add' } | { readonly act: 'revise' | 'fill'; readonly template: TemplateRow } | undefined

/** 文书模板: the unit's own .docx with tags, what they would make, and what was made of them. */
const OfficeTemplatesPage = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing>()
  const asked = useQueryRoute(listOfficeTemplates, {})
  const year = useQueryRoute(listYearPapers, { query: search.planId === undefined ? {} : { planId: search.planId } })
  const close = () => setDoing(undefined)
  const crumbs = [
    { title: t('公文'), to: '/papers' },
    { title: t('全年文书'), to: '/papers/year' },
  ]
  if (asked.data === undefined || year.data === undefined)
    return (
      <Page crumbs={crumbs}>
        <Pending refusal={asked.error ?? year.error} />
      </Page>
    )
  const { rows, kinds, mayEdit } = asked.data
  const { planId, plans, units } = year.data
  return (
    <Page
      crumbs={crumbs}
      actions={
        <>
          {planId !== null && (
            <Select
              aria-label={t('方案')}
              value={planId}
              options={plans.map((plan) => ({ value: plan.planId, label: plan.title }))}
              onChange={(id) => void navigate({ to: '.', search: { planId: id } } as never)}
              style={{ width: 400, maxWidth: '100%' }}
            />
          )}
          {mayEdit && (
            <Button type="primary" onClick={() => setDoing({ act: 'add' })}>
              {t('新增文书模板')}
            </Button>
          )}
        </>
      }
    >
      <TemplateTable
        rows={rows}
        mayEdit={mayEdit}
        onFill={planId === null ? undefined : (template) => setDoing({ act: 'fill', template })}
        onRevise={(template) => setDoing({ act: 'revise', template })}
      />
      {planId !== null && <MadePapers planId={planId} />}
      <TagTable kinds={kinds} />
      <Suspense>
        {(doing?.act === 'add' || doing?.act === 'revise') && (
          <UploadDialog kinds={kinds} template={doing.act === 'revise' ? doing.template : undefined} onClose={close} />
        )}
        {doing?.act === 'fill' && planId !== null && (
          <FillDialog template={doing.template} planId={planId} units={units} onClose={close} />
        )}
      </Suspense>
    </Page>
  )
}

export default OfficeTemplatesPage
