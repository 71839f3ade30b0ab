import { listNoticed } from '@quanheng/contract/checkpoint'
import { noticedWords } from '@quanheng/messages/noticed'
import { currentLanguage } from '../../../shared/i18n/language.ts'
import { t } from '../../../shared/i18n/t.ts'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'

type Noticed = RowOf<typeof listNoticed>

const columns = (): readonly Column<Noticed>[] => [
  { key: 'leaf', title: t('留痕号'), figure: true, render: ({ leaf }) => String(leaf) },
  { key: 'time', title: t('时间'), render: ({ time }) => sayMoment(time) },
  {
    key: 'words',
    title: t('情况和须查明的事'),
    width: 640,
    render: (one) => noticedWords(currentLanguage(), one, (at) => sayMoment(at.toISOString())),
  },
]

/** 须由人说明: no fault, and named by every verifier; shown to everybody, as the receipts of all bodies show it. */
export const NoticedTable = () => (
  <>
    <p>
      {t(
        '下列情况不一定有错（对时、升级、更换另存处都会有），但核验程序会逐条列出，须由人查明。查明后把留痕号和原因另行记录，核验时用 --seen 写上留痕号，不再提示。',
      )}
    </p>
    <DataTable
      id="noticed"
      caption={t('须由人说明的情况')}
      route={listNoticed}
      columns={columns()}
      rowKey={({ leaf, code }) => `${leaf} ${code}`}
      empty={t('没有。时钟没有被调整，程序没有变更，存证点都按时送到了各另存处。')}
    />
  </>
)
