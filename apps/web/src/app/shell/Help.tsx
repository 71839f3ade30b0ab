import { Drawer } from 'antd'
import { lazy, Suspense } from 'react'
import { t } from '../../shared/i18n/t.ts'
import { helpParts } from '../features.ts'
import styles from './shell.module.css'

const keys = (): readonly (readonly [string, string])[] => [
  ['Tab / Shift+Tab', t('在控件之间移动')],
  ['↑ ↓', t('在表格的行之间移动')],
  ['Enter', t('打开所在行，或在查询条件中执行查询')],
  ['Esc', t('关闭抽屉、对话框或菜单')],
  ['Ctrl+P', t('按 A4 版式打印当前页')],
]

const parts = helpParts.map((part) => lazy(part))

/** Help in place: what one does on this page, and the few habits that hold on every page. */
const Help = ({ onClose }: { readonly onClose: () => void }) => (
  <Drawer open title={t('帮助')} onClose={onClose} size={420}>
    <div className={styles.help}>
      <Suspense>
        {parts.map((Part, index) => (
          <Part key={index.toString()} />
        ))}
      </Suspense>
      <section>
        <h3>{t('怎样看一个分数')}</h3>
        <p>{t('点任何一个分数、合计、名次或等次，都能看到它适用的条款、数据、佐证、计分过程、签字和操作留痕。')}</p>
      </section>
      <section>
        <h3>{t('填写会不会丢失')}</h3>
        <p>{t('填写的内容会自动保存为草稿，并显示保存时间；断网后恢复连接即可继续。')}</p>
      </section>
      <section>
        <h3>{t('键盘')}</h3>
        <dl>
          {keys().map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  </Drawer>
)

export default Help
