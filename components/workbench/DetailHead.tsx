import type { ComponentChildren } from 'preact';
import { t } from '../shared/words';

/**
 * What the details of a finding and of a roster item begin with: what it is, where it is, the one thing usually done with it,
 * other things to do (`children`), and the way back to the list where the window has room for one of them only.
 */
export function DetailHead(props: {
  title: ComponentChildren;
  /** A line under the title. */
  hint?: ComponentChildren;
  /** Address as shown; `href` where the link leads elsewhere. '' = there is none, and nothing to open. */
  url: string;
  href?: string;
  open: { label: string; run(): void };
  back(): void;
  children: ComponentChildren;
}) {
  const { title, hint, url, href = url, open, back, children } = props;
  return (
    <>
      <header>
        <h2>{title}</h2>
        {hint ? <p class="hint">{hint}</p> : null}
        {url ? (
          <p class="facts">
            <a href={href} target="_blank" rel="noreferrer">
              {url}
            </a>
          </p>
        ) : null}
      </header>
      <p class="actions">
        <button type="button" class="primary" disabled={!url} onClick={open.run}>
          {open.label}
        </button>
        {children}
        <button type="button" class="quiet narrow-only" onClick={back}>
          {t('workbench.back')}
        </button>
      </p>
    </>
  );
}
