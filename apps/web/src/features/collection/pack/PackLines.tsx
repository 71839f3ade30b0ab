import { saySize } from '../../../shared/evidence/say-size.ts'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../collection.module.css'
import type { ReadPack } from './pack.ts'

type Line = ReadPack['lines'][number]

const sayFile = ({ name, size, known }: Line['files'][number]): string =>
  known ? t('{{name}}（已有，不重复收）', { name }) : `${name}（${saySize(size)}）`

/** Which file came for which line of the evidence lists, and which line is still without one. */
export const PackLines = ({ lines }: { readonly lines: readonly Line[] }) => {
  if (lines.length === 0) return null
  const fresh = lines.flatMap(({ files }) => files).filter(({ known }) => !known).length
  const several = new Set(lines.map(({ unitName }) => unitName)).size > 1
  return (
    <section>
      <h3>{t('佐证材料 {{count}} 份对应到台账目录', { count: fresh })}</h3>
      <div className={styles.scroll}>
        <table className={styles.versions}>
          <caption className={styles.hiddenCaption}>{t('材料与台账目录的对应')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('编号')}</th>
              {several && <th scope="col">{t('考核单位')}</th>}
              <th scope="col">{t('指标')}</th>
              <th scope="col">{t('台账目录')}</th>
              <th scope="col">{t('平台上已有')}</th>
              <th scope="col">{t('本包的材料')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number}>
                <td>{line.number}</td>
                {several && <td>{line.unitName}</td>}
                <td>{line.leafName}</td>
                <td>{line.required ? line.name : t('{{name}}（可选）', { name: line.name })}</td>
                <td className={styles.nowrap}>{t('{{count}} 份', { count: line.attached })}</td>
                <td>
                  {line.files.length > 0 ? (
                    line.files.map((file, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two copies of a file have the same name and digest
                      <div key={at}>{sayFile(file)}</div>
                    ))
                  ) : (
                    <span className={line.required && line.attached === 0 ? styles.fault : styles.soft}>
                      {line.required && line.attached === 0 ? t('还缺') : '—'}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
