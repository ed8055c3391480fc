import { computed, createApp, defineComponent, nextTick, shallowRef, type VNode } from 'vue';
import { type CrmState, firstState, rowsInSight } from './crm-state';
import { publish } from './random-rendering';

const state = shallowRef<CrmState>(firstState());

const Phone = defineComponent({
  props: { phone: { type: String, required: true }, split: Boolean },
  setup: ({ phone }) => ({ partsOf: () => phone.split(' ') }),
  template: `
    <span v-if="!split" class="phone">{{ phone }}</span>
    <span v-else class="phone"><small>{{ phone.slice(0, 4) }}</small> <b>{{ phone.slice(5, 8) }}</b>
      {{ phone.slice(9, 12) }} <i>{{ phone.slice(13) }}</i></span>`,
});

const Crm = defineComponent({
  components: { Phone },
  setup: () => ({
    state,
    rows: computed(() => rowsInSight(state.value)),
    chosen: computed(() => state.value.contacts[state.value.detail ?? -1]),
  }),
  template: `
    <main>
      <h1>Contacts, hotline +420 800 123 456</h1>
      <template v-if="state.path === '/contacts'">
        <table>
          <tbody>
            <tr v-for="contact in state.contacts" :key="contact.id">
              <td>{{ contact.name }}</td>
              <td><Phone v-if="state.showsPhones" :phone="contact.phone" :split="contact.split" /></td>
              <td>Note {{ contact.id }}: {{ contact.note }}</td>
            </tr>
          </tbody>
        </table>
        <aside v-if="chosen">
          <h2>{{ chosen.name }}</h2>
          Direct line {{ chosen.phone }}, or by <a :href="'tel:' + chosen.phone">{{ chosen.phone }}</a>
        </aside>
        <ul>
          <li v-for="row in rows" :key="row.id" :style="{ top: row.id * 20 + 'px' }">{{ row.id }} {{ row.phone }}</li>
        </ul>
      </template>
      <p v-else>No numbers in the settings</p>
      <Teleport to="body">
        <div v-if="state.dialog" role="dialog">Call the head office: +420 222 333 444</div>
      </Teleport>
    </main>`,
});

type Children = VNode['children'];

function* vnodesBelow(children: Children): Generator<VNode> {
  if (!Array.isArray(children)) return;
  for (const child of children) {
    if (typeof child !== 'object' || child === null || Array.isArray(child)) continue;
    yield child;
    if (child.component) yield* vnodesBelow([child.component.subTree]);
    yield* vnodesBelow(child.children);
  }
}

function* nodesOfVue(container: Element): Generator<{ node: Node; text: string | null }> {
  const { _vnode } = container as Element & { _vnode: VNode };
  for (const { el, type, children } of vnodesBelow([_vnode])) {
    if (!(el instanceof Node)) continue;
    const isText = el instanceof Text && typeof type === 'symbol' && typeof children === 'string';
    yield { node: el, text: isText ? children : null };
  }
}

const container = document.createElement('div');
document.body.append(container);
createApp(Crm).mount(container);
publish({
  async show(next) {
    state.value = next;
    await nextTick();
  },
  nodesHeld: () => [...nodesOfVue(container)],
});
