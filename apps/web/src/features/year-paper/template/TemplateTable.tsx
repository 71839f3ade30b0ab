import { changeOfficeTemplate, officeTemplateFile } from '@quanheng/contract/office-template'
import { Button } from 'antd'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from './template.module.css'
import type { TemplateRow } from './template.ts'

interface Props {
  readonly rows: readonly TemplateRow[]
  readonly mayEdit: boolean
  /** Absent where there is no plan to make papers of. */
  readonly onFill: ((row: TemplateRow) => void) | undefined
  readonly onRevise: (row: TemplateRow) => void
}

const Versions = ({ row }: { readonly row: TemplateRow }) => (
  <>
    {row.versions.map(({ number, by, at }) => (
      <div key={number}>
        <Button
          type="link"
          size="small"
          onClick={() =>
            void download(officeTemplateFile, { params: { officeTemplateId: row.id }, query: { number } } as never)
          }
        >
          {t('第{{number}}版', { number })}
        </Button>
        <span className={styles.soft}>
          {by} {sayMoment(at)}
        </span>
      </div>
    ))}
  </>
)

/** Templates of the unit with every version that was ever in use. */
export const TemplateTable = ({ rows, mayEdit, onFill, onRevise }: Props) => {
  const change = useCommand(changeOfficeTemplate)
  const setActive = ({ id, version, name }: TemplateRow, active: boolean) =>
    void change.run({ params: { officeTemplateId: id }, body: { version, name, active } })
  return (
    <>
      <Sheet
        caption={t('文书模板')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t('还没有文书模板。可先下载样例模板，按本单位的格式修改后上传。')}
        columns={[
          { key: 'name', title: t('模板名称'), width: 220, render: (row) => row.name },
          { key: 'kind', title: t('文书'), width: 130, render: (row) => word('officeTemplateKind', row.kind) },
          { key: 'versions', title: t('版本'), width: 260, render: (row) => <Versions row={row} /> },
          { key: 'active', title: t('状态'), width: 90, render: (row) => (row.active ? t('使用中') : t('已停用')) },
          {
            key: 'acts',
            title: t('办理'),
            width: 280,
            render: (row) => (
              <span className={styles.acts}>
                {row.active && onFill && (
                  <Button size="small" onClick={() => onFill(row)}>
                    {t('预览和出具')}
                  </Button>
                )}
                {row.active && mayEdit && (
                  <Button size="small" onClick={() => onRevise(row)}>
                    {t('更新版本')}
                  </Button>
                )}
                {mayEdit && (
                  <Button size="small" loading={change.pending} onClick={() => setActive(row, !row.active)}>
                    {row.active ? t('停用') : t('恢复使用')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      <Refusal refusal={change.refusal} />
    </>
  )
}
