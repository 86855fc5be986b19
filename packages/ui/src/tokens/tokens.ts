import { css, type CSSResult } from 'lit'

/**
 * The design tokens of the components. Each value is the first of these: the `--haiilo-*` property of the page, the Catalyst variable if the
 * page has it (its colours are three numbers), the Catalyst default. `light-dark()` uses the `color-scheme` of the page.
 */
export const tokens: CSSResult = css`
  :host {
    --_font: var(--haiilo-font-family, var(--cat-font-family-base, Lato), system-ui, sans-serif);
    --_font-head: var(--haiilo-font-family-head, var(--cat-font-family-head, var(--_font)));
    --_weight-body: var(--haiilo-font-weight, var(--cat-font-weight-body, 400));
    --_weight-head: var(--haiilo-font-weight-head, var(--cat-font-weight-head, 600));
    --_size: var(--haiilo-font-size, 0.9375rem);
    --_line: var(--haiilo-line-height, 1.25rem);
    --_size-s: var(--haiilo-font-size-s, 0.875rem);
    --_line-s: var(--haiilo-line-height-s, 1.125rem);

    --_primary: var(--haiilo-color-primary, rgb(var(--cat-primary-bg, 0, 129, 148)));
    --_primary-hover: var(--haiilo-color-primary-hover, rgb(var(--cat-primary-bg-hover, 1, 115, 132)));
    --_primary-active: var(--haiilo-color-primary-active, rgb(var(--cat-primary-bg-active, 2, 99, 113)));
    --_on-primary: var(--haiilo-color-on-primary, rgb(var(--cat-primary-fill, 255, 255, 255)));
    --_link: var(
      --haiilo-color-link,
      light-dark(rgb(var(--cat-primary-text, 0, 115, 132)), rgb(var(--cat-primary-text, 79, 185, 198)))
    );
    --_text: var(
      --haiilo-color-text,
      light-dark(rgb(var(--cat-font-color-base, 0, 0, 0)), rgb(var(--cat-font-color-base, 242, 244, 247)))
    );
    --_muted: var(
      --haiilo-color-text-muted,
      light-dark(rgb(var(--cat-font-color-muted, 81, 92, 108)), rgb(var(--cat-font-color-muted, 179, 187, 199)))
    );
    --_surface: var(--haiilo-color-surface, light-dark(#fff, #272d37));
    --_subtle: var(--haiilo-color-subtle, light-dark(#f2f4f7, #394251));
    --_border: var(
      --haiilo-color-border,
      light-dark(rgb(var(--cat-border-color-dark, 215, 219, 224)), rgb(var(--cat-border-color-dark, 81, 92, 108)))
    );
    --_outline: var(--haiilo-color-outline, light-dark(rgb(125, 137, 153), rgb(120, 131, 148)));
    --_focus: var(
      --haiilo-color-focus,
      light-dark(rgb(var(--cat-border-color-focus, 0, 113, 255)), rgb(var(--cat-border-color-focus, 115, 175, 255)))
    );
    --_error: var(--haiilo-color-error, light-dark(rgb(174, 42, 10), rgb(255, 155, 130)));
    --_danger: var(--haiilo-color-danger, rgb(var(--cat-danger-bg, 217, 52, 13)));
    --_on-danger: var(--haiilo-color-on-danger, rgb(var(--cat-danger-fill, 255, 255, 255)));

    --_radius-s: var(--haiilo-radius-s, var(--cat-border-radius-s, 0.125rem));
    --_radius: var(--haiilo-radius, var(--cat-border-radius-m, 0.25rem));
    --_radius-l: var(--haiilo-radius-l, var(--cat-border-radius-l, 0.5rem));
    --_height: var(--haiilo-control-height, 2.5rem);
    --_time: var(--haiilo-transition, 125ms);
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_time: 0ms;
    }
  }
`
