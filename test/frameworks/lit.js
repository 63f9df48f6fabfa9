import { html, nothing, render } from 'lit';
import { run } from './scenario.ts';
import { blockOf } from './state.ts';

const page = (state) =>
  html`<main>
    <handrail-quick-exit>
      ${state.more ? html`<p>In a hurry?</p>` : nothing}
      <a href=${state.href} class=${state.look}>${state.words}</a>
      ${state.more ? html`<a href="/advice">Advice on staying safe</a>` : nothing}
    </handrail-quick-exit>
    <handrail-service-card>
      ${state.more ? html`<p>A word before</p>` : nothing}
      <h3>By the page: ${state.name}</h3>
      <p>Call <a href="tel:${state.number}">${state.number}</a></p>
      ${
        state.block
          ? html`<script type="application/ld+json" .textContent=${blockOf(state)}></script>`
          : nothing
      }
      ${state.more ? html`<p>A word after</p>` : nothing}
    </handrail-service-card>
    <handrail-format-request email="formats@council.example">
      ${state.more ? html`<p>We are glad to help.</p>` : nothing}
      ${
        state.form
          ? html`<form method="post" action=${state.action}>
              <input type="hidden" name="_token" value=${state.token} />
              <input name="email" aria-label="Email" />
              <button>Send</button>
            </form>`
          : nothing
      }
      ${state.more ? html`<p>Or write to us.</p>` : nothing}
    </handrail-format-request>
  </main>`;

run((root, state) => {
  const set = async (next) => void render(page(next), root);
  void set(state);
  return { set, stop: async () => void render(nothing, root) };
});
