import { listTemplatePapers, templatePaperFile } from '@quanheng/contract/office-template'
import { Button } from 'antd'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'

/** Papers made from templates under one plan, as they were kept. */
export const MadePapers = ({ planId }: { readonly planId: string }) => {
  const asked = useQueryRoute(listTemplatePapers, { query: { planId } })
  return (
    <Section title={t('按模板出具的文书')}>
      {asked.data === undefined ? (
        <Pending refusal={asked.error} />
      ) : (
        <Sheet
          caption={t('按模板出具的文书')}
          rows={asked.data.rows}
          rowKey={(row) => row.id}
          empty={t('该方案还没有按模板出具的文书。')}
          columns={[
            { key: 'title', title: t('文书'), width: 380, render: (row) => row.title },
            {
              key: 'template',
              title: t('所用模板'),
              width: 220,
              render: (row) => t('{{name}}（第{{number}}版）', { name: row.templateName, number: row.templateNumber }),
            },
            { key: 'by', title: t('出具'), width: 180, render: (row) => `${row.by} ${row.on}` },
            {
              key: 'file',
              title: t('办理'),
              width: 120,
              render: (row) => (
                <Button
                  size="small"
                  onClick={() => void download(templatePaperFile, { params: { templatePaperId: row.id } })}
                >
                  {t('下载')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
