//! What is costly to find out about a message, and stays: its name map and its code page.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use openimsg_base::CodePage;
use openimsg_props::named::{NameIndex, NameMap};
use openimsg_props::string8::{self, Declared};
use openimsg_props::{
    HeaderKind, NAMEID_STORAGE, PROPERTIES_STREAM, PropTag, PropType, PropertyStream, StreamName,
    parse_hex_units, tags,
};
use openimsg_storage::{EntryKind, Error, Store};

use crate::Step;
use crate::file::Context;

/// The streams of the name map, kept once one name was asked for.
#[derive(Debug)]
pub(crate) struct Names {
    guids: Bytes,
    entries: Bytes,
    strings: Bytes,
    index: OnceLock<NameIndex>,
}

impl Names {
    pub(crate) fn read<S: Store + ?Sized>(store: &S) -> Result<Self, Error> {
        let storage = store.child(&store.root(), NAMEID_STORAGE);
        let stream = |tag| {
            let stream = storage
                .as_ref()
                .and_then(|storage| store.child(storage, StreamName::value(tag).as_str()));
            stream.map_or(Ok(Bytes::new()), |stream| store.share(&stream))
        };
        Ok(Names {
            guids: stream(PropTag(0x0002_0102))?,
            entries: stream(PropTag(0x0003_0102))?,
            strings: stream(PropTag(0x0004_0102))?,
            index: OnceLock::new(),
        })
    }

    pub(crate) fn map(&self) -> NameMap<'_> {
        NameMap::parse(&self.guids, &self.entries, &self.strings)
    }

    pub(crate) fn index(&self) -> &NameIndex {
        self.index.get_or_init(|| NameIndex::new(&self.map()))
    }
}

impl<'s, S: Store + ?Sized> Context<'s, S> {
    /// The name map, read when it is first asked for. A failure is not kept.
    pub(crate) fn names(self) -> Result<&'s Names, Error> {
        if let Some(names) = self.names.get() {
            return Ok(names);
        }
        let names = Names::read(self.store)?;
        Ok(self.names.get_or_init(|| names))
    }
}

/// What is known of a message beside its properties: where it is, and its code page.
#[derive(Debug)]
pub(crate) struct MessageFacts<N> {
    pub(crate) node: N,
    pub(crate) kind: HeaderKind,
    /// 0 for the message of the file.
    pub(crate) depth: u64,
    pub(crate) place: Box<[Step]>,
    parent: Option<Arc<MessageFacts<N>>>,
    /// The page of the message that this one was taken out of, where `parent` is not at hand.
    parent_page: Option<CodePage>,
    forced: Option<CodePage>,
    declared: OnceLock<Declared>,
    code_page: OnceLock<CodePage>,
}

impl<N: Clone> MessageFacts<N> {
    /// The page that the caller says.
    pub(crate) fn forced(&self) -> Option<CodePage> {
        self.forced
    }

    pub(crate) fn root(node: N, forced: Option<CodePage>) -> Self {
        MessageFacts::alone(node, HeaderKind::Root, forced, None)
    }

    /// A message looked at by itself, be it embedded or not.
    pub(crate) fn alone(
        node: N,
        kind: HeaderKind,
        forced: Option<CodePage>,
        parent_page: Option<CodePage>,
    ) -> Self {
        MessageFacts {
            node,
            kind,
            depth: 0,
            place: Box::new([]),
            parent: None,
            parent_page,
            forced,
            declared: OnceLock::new(),
            code_page: OnceLock::new(),
        }
    }

    pub(crate) fn embedded(self: &Arc<Self>, node: N, place: Vec<Step>) -> Self {
        MessageFacts {
            node,
            kind: HeaderKind::Embedded,
            depth: self.depth.saturating_add(1),
            place: place.into(),
            parent: Some(self.clone()),
            parent_page: None,
            forced: self.forced,
            declared: OnceLock::new(),
            code_page: OnceLock::new(),
        }
    }

    /// The page for one value. Most values are ASCII, which reads the same in nearly all pages:
    /// then the rule, which looks at every value of the message, need not be asked.
    pub(crate) fn page_for<S>(
        &self,
        context: Context<'_, S>,
        tag: PropTag,
        bytes: &[u8],
    ) -> CodePage
    where
        S: Store<Node = N> + ?Sized,
    {
        if self.forced.is_none() {
            if tag.id() == tags::PR_HTML.id() {
                return string8::html_page(self.declared(context), self.code_page(context));
            }
            // Every page that the rule can choose has ASCII as it is.
            if bytes.is_ascii() {
                return CodePage::WINDOWS_1252;
            }
        }
        self.code_page(context)
    }

    /// The page of the message's 8-bit strings.
    pub(crate) fn code_page<S>(&self, context: Context<'_, S>) -> CodePage
    where
        S: Store<Node = N> + ?Sized,
    {
        if let Some(forced) = self.forced {
            return forced;
        }
        *self.code_page.get_or_init(|| {
            let parent = self.parent.as_ref().map(|parent| parent.code_page(context));
            let parent = parent.or(self.parent_page);
            string8::choose(self.declared(context), parent, |page| self.decodes(context, page))
        })
    }

    pub(crate) fn declared<S>(&self, context: Context<'_, S>) -> &Declared
    where
        S: Store<Node = N> + ?Sized,
    {
        self.declared.get_or_init(|| {
            let stream = context.store.child(&self.node, PROPERTIES_STREAM);
            let bytes = stream.and_then(|stream| context.store.content(&stream).ok());
            let properties = PropertyStream::parse(bytes.as_deref().unwrap_or(&[]), self.kind);
            let number = |tag| {
                let value = properties.find(tag)?.fixed();
                value.first_chunk().map(|low| u32::from_le_bytes(*low))
            };
            Declared {
                message_codepage: number(tags::PR_MESSAGE_CODEPAGE),
                locale: number(tags::PR_MESSAGE_LOCALE_ID),
                internet_codepage: number(tags::PR_INTERNET_CPID),
            }
        })
    }

    /// Whether every 8-bit string of the message, its recipients and attachments is sound in a
    /// page. HTML is left out: it follows another page.
    fn decodes<S>(&self, context: Context<'_, S>, page: CodePage) -> bool
    where
        S: Store<Node = N> + ?Sized,
    {
        let store = context.store;
        let mut sound = true;
        let mut storages = vec![self.node.clone()];
        let mut first = true;
        while let Some(storage) = storages.pop() {
            for len in [StreamName::VALUE_LEN, StreamName::ITEM_LEN] {
                store.visit_prefixed(&storage, StreamName::VALUE_PREFIX, len, &mut |child| {
                    if sound
                        && child.kind == EntryKind::Stream
                        && is_string8(child.units)
                        && let Ok(bytes) = store.content(&child.node)
                    {
                        sound = bytes.is_ascii() || page.decode_strict(&bytes).is_some();
                    }
                });
            }
            if std::mem::take(&mut first) {
                for prefix in [StreamName::RECIPIENT_PREFIX, StreamName::ATTACHMENT_PREFIX] {
                    let len = prefix.len().saturating_add(8);
                    store.visit_prefixed(&storage, prefix, len, &mut |child| {
                        let number = child.units.last_chunk().and_then(parse_hex_units);
                        if number.is_some() && child.kind == EntryKind::Storage {
                            storages.push(child.node);
                        }
                    });
                }
            }
        }
        sound
    }
}

/// Whether a stream whose name begins as that of a value holds 8-bit text.
fn is_string8(name: &[[u8; 2]]) -> bool {
    StreamName::parse_units(name).is_some_and(|(tag, item)| {
        let single = tag.kind() == PropType::STRING8 && tag.id() != tags::PR_HTML.id();
        single || tag.kind() == PropType::MV_STRING8 && item.is_some()
    })
}
