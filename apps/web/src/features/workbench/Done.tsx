import type { ReplyOf } from '@quanheng/contract/route'
import { listDone } from '@quanheng/contract/workbench'
import { actLabel } from '../../shared/history/ObjectHistory.tsx'
import { t } from '../../shared/i18n/t.ts'
import { word, words } from '../../shared/i18n/word.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { sayMoment } from '../../shared/time/time.ts'

type Act = ReplyOf<typeof listDone>['rows'][number]

const columns = (): readonly Column<Act>[] => [
  { key: 'at', title: t('时间'), render: (act) => sayMoment(act.at) },
  { key: 'act', title: t('操作'), width: 180, render: (act) => actLabel(act) },
  { key: 'nouns', title: t('对象'), width: 140, render: (act) => words('actNoun', act.nouns.join(' ')) },
  { key: 'post', title: t('职务'), render: (act) => act.post && word('post', act.post) },
  {
    key: 'leaf',
    title: t('存证'),
    render: (act) => (act.leaf === null ? t('待存证') : t('第 {{leaf}} 号', { leaf: act.leaf })),
  },
]

/** 已办: my own acts, newest first. */
const Done = () => (
  <DataTable
    id="workbench-done"
    caption={t('已办')}
    route={listDone}
    columns={columns()}
    rowKey={(act) => act.id}
    empty={t('还没有办理过事项。')}
  />
)

export default Done
