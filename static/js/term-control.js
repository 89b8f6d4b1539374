/* The control of the rich text editor that marks a term of the glossary: it opens the chooser of terms, and keeps what is
   chosen as Wagtail keeps a link. */

(() => {
  class TermSource extends window.draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.termChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: (term) => this.onChosen({ ...term, title: term.string }) },
      };
    }

    filterEntityData({ id, string }) {
      return { id, string };
    }
  }

  const Term = (props) => {
    const { string } = props.contentState.getEntity(props.entityKey).getData();
    const icon = window.React.createElement(window.wagtail.components.Icon, { name: "tag" });
    return window.React.createElement(window.draftail.TooltipEntity, { ...props, icon, label: string, url: null });
  };

  window.draftail.registerPlugin({ type: "TERM", source: TermSource, decorator: Term }, "entityTypes");
})();
